import { words } from "../messages/words";
import { recoverPassword } from "../recovery/request";
import { resetPassword } from "../recovery/reset";
import { browserOf, type Visit } from "./context";
import { needingCookies } from "./cookies-required";
import { countingSignIn } from "./count-sign-in";
import { deadLink } from "./dead-link";
import { addressField, passwordField, passwordSentence, tokenField, wrongFields } from "./fields";
import type { Answer } from "./reply";
import { deliveredAnswer } from "./sent-mail";
import { entered } from "./signed-in";

const CHOOSING = "/recuperar/nueva";

/** POST /recuperar/enviar: the way to a new password, by mail. */
export const sendRecovery = needingCookies("/recuperar", async (visit) => {
  const email = addressField(visit);
  if (!email.ok) return wrongFields("/recuperar", { email });
  const { browser } = browserOf(visit);
  const delivered = await recoverPassword(email.value, browser, visit.requester);
  return deliveredAnswer(delivered, "reset", email.value, visit);
});

/** POST /recuperar/nueva/guardar: the new password. */
export const saveNewPassword = needingCookies(CHOOSING, (visit) =>
  countingSignIn("recovery", () => save(visit)),
);

async function save(visit: Visit): Promise<Answer> {
  const token = tokenField(visit);
  const page = `${CHOOSING}?token=${token}`;
  const password = passwordField(visit);
  if (!password.ok) return wrongFields(page, { password });
  const reset = await resetPassword(token, password.value, visit.requester);
  if (reset.ok) return entered(visit, reset.session, "/cuenta", words.passwordSaved);
  if (reset.refusal === "bad-password") {
    const sentence = passwordSentence(reset.why);
    return wrongFields(page, { password: { ok: false, sentence } });
  }
  return deadLink("reset", reset.refusal, CHOOSING, token);
}
