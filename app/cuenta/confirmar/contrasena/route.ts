import { endpoint } from "@/lib/http/endpoint";
import { passwordField, wrongFields } from "@/lib/http/fields";
import { forUser, reauthenticationPage } from "@/lib/http/for-user";
import { throttledReply } from "@/lib/http/reply";
import { signedInReply } from "@/lib/http/signed-in";
import { messages } from "@/lib/messages/messages";
import { signInByPassword } from "@/lib/password/sign-in";
import { markByFirstStep } from "@/lib/session/reauthentication";
import { startSession } from "@/lib/session/start";

const ACCOUNT = "/cuenta";

/** Reauthentication by the password; a sign-in anew where the second step is on, with all that its page offers. */
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
  const url = context.callbackUrl ?? ACCOUNT;
  if (await markByFirstStep(user.session.id)) return { ok: true, url };
  const { passwordHash: comparedHash } = tried.user;
  const anew = await startSession({ ...user, comparedHash }, "password", context.client);
  return signedInReply(context, anew, url);
});

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(confirm);
