import { confirmWithPassword, registerFromLink, registerWithPassword } from "../password/register";
import { words } from "../words";
import type { Answer } from "./answer";
import { deadLink } from "./dead-link";
import { entered } from "./entered";
import { addressField, nameField, passwordField, passwordSentence, wrongFields } from "./fields";
import { deliveredAnswer } from "./sent";
import { browserOf, knownBrowserOf, type Visit, withCallbackUrl } from "./visit";

const VERIFYING = "/registro/verificar";

/** POST /registro/crear: an account, to be confirmed by mail; or at once, by the token of a magic link. */
export async function createAccount(visit: Visit): Promise<Answer> {
  const token = visit.form.get("token");
  if (token) return createFromLink(visit, token);
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
}

/** POST /registro/verificar/confirmar: the address is proved. */
export async function confirmAddress(visit: Visit): Promise<Answer> {
  const token = visit.form.get("token") ?? "";
  const confirmed = await confirmWithPassword({
    token,
    password: visit.form.get("password") ?? "",
    browser: knownBrowserOf(visit),
    requester: visit.requester,
  });
  if (confirmed.ok)
    return entered(
      visit,
      confirmed.session,
      confirmed.callbackUrl ?? "/cuenta",
      words.accountReady,
    );
  if (confirmed.refusal === "bad-password")
    return badPassword(`${VERIFYING}?token=${encodeURIComponent(token)}`, confirmed.why);
  return deadLink(confirmed.refusal, VERIFYING, token);
}

async function createFromLink(visit: Visit, token: string): Promise<Answer> {
  const page = `/registro?token=${encodeURIComponent(token)}`;
  const name = nameField(visit);
  const password = visit.form.get("password")
    ? passwordField(visit)
    : { ok: true as const, value: "" };
  if (!name.ok || !password.ok) return wrongFields(page, { name, password });
  const registered = await registerFromLink({
    token,
    name: name.value,
    password: password.value,
    requester: visit.requester,
  });
  if (registered.ok)
    return entered(
      visit,
      registered.session,
      registered.callbackUrl ?? "/cuenta",
      words.accountReady,
    );
  if (registered.refusal === "bad-password") return badPassword(page, registered.why);
  return deadLink(registered.refusal, "/registro", token);
}

function badPassword(page: string, why: Parameters<typeof passwordSentence>[0]): Answer {
  return wrongFields(page, { password: { ok: false, sentence: passwordSentence(why) } });
}
