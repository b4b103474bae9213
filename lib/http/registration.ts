import { words } from "../messages/words";
import type { BadPassword } from "../password/choose";
import type { Confirmed } from "../registration/confirm";
import {
  confirmWithPassword,
  registerFromLink,
  registerWithPassword,
} from "../registration/with-password";
import { browserOf, knownBrowserOf, type Visit, withCallbackUrl } from "./context";
import { needingCookies } from "./cookies-required";
import { countingSignIn } from "./count-sign-in";
import { deadLink } from "./dead-link";
import {
  addressField,
  type Field,
  hasToken,
  nameField,
  passwordField,
  passwordSentence,
  tokenField,
  wrongFields,
} from "./fields";
import type { Answer } from "./reply";
import { deliveredAnswer } from "./sent-mail";
import { entered } from "./signed-in";

const REGISTERING = "/registro";
const VERIFYING = "/registro/verificar";

/** POST /registro/crear: an account, to be confirmed by mail; or at once, by the token of a magic link. */
export const createAccount = needingCookies(REGISTERING, async (visit) => {
  if (hasToken(visit))
    return countingSignIn("registration", () => createFromLink(visit, tokenField(visit)));
  const page = withCallbackUrl("/registro", visit);
  const [name, email, password] = [nameField(visit), addressField(visit), passwordField(visit)];
  if (!name.ok || !email.ok || !password.ok) return wrongFields(page, { name, email, password });
  const { browser } = browserOf(visit);
  const registered = await registerWithPassword({
    address: email.value,
    name: name.value,
    password: password.value,
    browser,
    requester: visit.requester,
    callbackUrl: visit.callbackUrl,
  });
  if (!registered.ok && registered.refusal === "bad-password")
    return badPassword(page, registered.why);
  return deliveredAnswer(registered, "registration", email.value, visit);
});

/** POST /registro/verificar/confirmar: the address is proved. */
export const confirmAddress = needingCookies(VERIFYING, (visit) =>
  countingSignIn("registration", () => confirm(visit)),
);

async function confirm(visit: Visit): Promise<Answer> {
  const token = tokenField(visit);
  const password = optionalPassword(visit);
  if (!password.ok) return wrongFields(pageOf(VERIFYING, token), { password });
  const confirmed = await confirmWithPassword({
    token,
    password: password.value,
    browser: knownBrowserOf(visit),
    requester: visit.requester,
  });
  return madeAnswer(confirmed, visit, VERIFYING, token);
}

async function createFromLink(visit: Visit, token: string): Promise<Answer> {
  const [name, password] = [nameField(visit), optionalPassword(visit)];
  if (!name.ok || !password.ok) return wrongFields(pageOf(REGISTERING, token), { name, password });
  const registered = await registerFromLink({
    token,
    name: name.value,
    password: password.value,
    requester: visit.requester,
  });
  return madeAnswer(registered, visit, REGISTERING, token);
}

async function madeAnswer(
  made: Confirmed | BadPassword,
  visit: Visit,
  page: string,
  token: string,
): Promise<Answer> {
  if (made.ok)
    return entered(visit, made.session, made.callbackUrl ?? "/cuenta", words.accountReady);
  if (made.refusal === "bad-password") return badPassword(pageOf(page, token), made.why);
  const purpose = page === VERIFYING ? "registration" : "magic-link";
  return deadLink(purpose, made.refusal, page, token);
}

/** A password that may stay empty: the account then has the magic link and Google. */
function optionalPassword(visit: Visit): Field<string> {
  const given = visit.form.get("password") || visit.wrong.includes("password");
  return given ? passwordField(visit) : { ok: true, value: "" };
}

function pageOf(page: string, token: string): string {
  return `${page}?token=${token}`;
}

function badPassword(page: string, why: Parameters<typeof passwordSentence>[0]): Answer {
  return wrongFields(page, { password: { ok: false, sentence: passwordSentence(why) } });
}
