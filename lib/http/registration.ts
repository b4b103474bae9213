import { words } from "../messages/words";
import type { BadPassword } from "../password/choose";
import type { Confirmed } from "../registration/confirm";
import {
  confirmWithPassword,
  registerFromLink,
  registerWithPassword,
} from "../registration/with-password";
import { browserOf, knownBrowserOf, type RequestContext, withCallbackUrl } from "./context";
import { requireCookies } from "./cookies-required";
import { countingSignIn } from "./count-sign-in";
import { deadLink } from "./dead-link";
import {
  emailField,
  type Field,
  hasToken,
  nameField,
  passwordField,
  passwordSentence,
  tokenField,
  wrongFields,
} from "./fields";
import type { Reply } from "./reply";
import { deliveredReply } from "./sent-mail";
import { signedInReply } from "./signed-in";

const REGISTERING = "/registro";
const VERIFYING = "/registro/verificar";

/** POST /registro/crear: an account, to be confirmed by mail; or at once, by the token of a magic link. */
export const createAccount = requireCookies(REGISTERING, async (context) => {
  if (hasToken(context))
    return countingSignIn("registration", () => createFromLink(context, tokenField(context)));
  const page = withCallbackUrl("/registro", context);
  const [name, email, password] = [nameField(context), emailField(context), passwordField(context)];
  if (!name.ok || !email.ok || !password.ok) return wrongFields(page, { name, email, password });
  const { browser } = browserOf(context);
  const registered = await registerWithPassword({
    address: email.value,
    name: name.value,
    password: password.value,
    browser,
    client: context.client,
    callbackUrl: context.callbackUrl,
  });
  if (!registered.ok && registered.refusal === "bad-password")
    return badPassword(page, registered.why);
  return deliveredReply(registered, "registration", email.value, context);
});

/** POST /registro/verificar/confirmar: the address is proved. */
export const confirmAddress = requireCookies(VERIFYING, (context) =>
  countingSignIn("registration", () => confirm(context)),
);

async function confirm(context: RequestContext): Promise<Reply> {
  const token = tokenField(context);
  const password = optionalPassword(context);
  if (!password.ok) return wrongFields(pageOf(VERIFYING, token), { password });
  const confirmed = await confirmWithPassword({
    token,
    password: password.value,
    browser: knownBrowserOf(context),
    client: context.client,
  });
  return madeAnswer(confirmed, context, VERIFYING, token);
}

async function createFromLink(context: RequestContext, token: string): Promise<Reply> {
  const [name, password] = [nameField(context), optionalPassword(context)];
  if (!name.ok || !password.ok) return wrongFields(pageOf(REGISTERING, token), { name, password });
  const registered = await registerFromLink({
    token,
    name: name.value,
    password: password.value,
    client: context.client,
  });
  return madeAnswer(registered, context, REGISTERING, token);
}

async function madeAnswer(
  made: Confirmed | BadPassword,
  context: RequestContext,
  page: string,
  token: string,
): Promise<Reply> {
  if (made.ok)
    return signedInReply(context, made.session, made.callbackUrl ?? "/cuenta", words.accountReady);
  if (made.refusal === "bad-password") return badPassword(pageOf(page, token), made.why);
  const purpose = page === VERIFYING ? "registration" : "magic-link";
  return deadLink(purpose, made.refusal, page, token);
}

/** A password that may stay empty: the account then has the magic link and Google. */
function optionalPassword(context: RequestContext): Field<string> {
  const given = context.form.get("password") || context.wrong.includes("password");
  return given ? passwordField(context) : { ok: true, value: "" };
}

function pageOf(page: string, token: string): string {
  return `${page}?token=${token}`;
}

function badPassword(page: string, why: Parameters<typeof passwordSentence>[0]): Reply {
  return wrongFields(page, { password: { ok: false, sentence: passwordSentence(why) } });
}
