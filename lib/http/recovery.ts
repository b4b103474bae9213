import { words } from "../messages/words";
import { recoverPassword } from "../recovery/request";
import { resetPassword } from "../recovery/reset";
import { browserOf, type RequestContext } from "./context";
import { requireCookies } from "./cookies-required";
import { countingSignIn } from "./count-sign-in";
import { deadLink } from "./dead-link";
import { emailField, passwordField, passwordSentence, tokenField, wrongFields } from "./fields";
import type { Reply } from "./reply";
import { deliveredReply } from "./sent-mail";
import { signedInReply } from "./signed-in";

const CHOOSING = "/recuperar/nueva";

/** POST /recuperar/enviar: the way to a new password, by mail. */
export const sendRecovery = requireCookies("/recuperar", async (context) => {
  const email = emailField(context);
  if (!email.ok) return wrongFields("/recuperar", { email });
  const { browser } = browserOf(context);
  const delivered = await recoverPassword(email.value, browser, context.client);
  return deliveredReply(delivered, "reset", email.value, context);
});

/** POST /recuperar/nueva/guardar: the new password. */
export const saveNewPassword = requireCookies(CHOOSING, (context) =>
  countingSignIn("recovery", () => save(context)),
);

async function save(context: RequestContext): Promise<Reply> {
  const token = tokenField(context);
  const page = `${CHOOSING}?token=${token}`;
  const password = passwordField(context);
  if (!password.ok) return wrongFields(page, { password });
  const reset = await resetPassword(token, password.value, context.client);
  if (reset.ok) return signedInReply(context, reset.session, "/cuenta", words.passwordSaved);
  if (reset.refusal === "bad-password") {
    const sentence = passwordSentence(reset.why);
    return wrongFields(page, { password: { ok: false, sentence } });
  }
  return deadLink("reset", reset.refusal, CHOOSING, token);
}
