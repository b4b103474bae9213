import { endpoint } from "@/lib/http/endpoint";
import { passwordField, wrongFields } from "@/lib/http/fields";
import { forUser, reauthenticationPage } from "@/lib/http/for-user";
import { throttledReply } from "@/lib/http/reply";
import { messages } from "@/lib/messages/messages";
import { signInByPassword } from "@/lib/password/sign-in";
import { markReauthenticated } from "@/lib/session/reauthentication";

const ACCOUNT = "/cuenta";

/** Reauthentication by the password. */
const confirm = forUser(ACCOUNT, async (context, user) => {
  const page = reauthenticationPage(context.callbackUrl ?? ACCOUNT);
  const password = passwordField(context);
  if (!password.ok) return wrongFields(page, { password });
  const tried = await signInByPassword(user.address, password.value, context.client);
  if (!tried.ok && tried.refusal === "backoff") return throttledReply(tried.seconds, page);
  if (!tried.ok) {
    const fields = { password: messages().replies.password.wrong };
    return { ok: false, status: 401, error: "CredentialsSignin", url: page, fields };
  }
  await markReauthenticated(user.session.id);
  return { ok: true, url: context.callbackUrl ?? ACCOUNT };
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(confirm);
