import { endpoint } from "@/lib/http/endpoint";
import { credentialField } from "@/lib/http/fields";
import { forUser, reauthenticationPage } from "@/lib/http/for-user";
import { passkeyRefused } from "@/lib/http/passkey-refused";
import { proveByPasskey } from "@/lib/passkey/prove";

const ACCOUNT = "/cuenta";

/** Reauthentication by a passkey. */
const confirm = forUser(ACCOUNT, async (context, user) => {
  const url = context.callbackUrl ?? ACCOUNT;
  const proved = await proveByPasskey(user, credentialField(context), context.client);
  return proved.ok ? { ok: true, url } : passkeyRefused(proved, reauthenticationPage(url));
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(confirm);
