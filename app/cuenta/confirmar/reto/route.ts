import { endpoint } from "@/lib/http/endpoint";
import { forUser, reauthenticationPage } from "@/lib/http/for-user";
import { proofOptions } from "@/lib/passkey/options";

const ACCOUNT = "/cuenta";

const challenge = forUser(ACCOUNT, async (context, user) => ({
  ok: true,
  url: reauthenticationPage(context.callbackUrl ?? ACCOUNT),
  more: { options: await proofOptions(user) },
}));

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(challenge);
