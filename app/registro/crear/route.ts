import { browserOf, type RequestContext } from "@/lib/http/context";
import { requireCookies } from "@/lib/http/cookies-required";
import { countingSignIn } from "@/lib/http/count-sign-in";
import { endpoint } from "@/lib/http/endpoint";
import {
  emailField,
  hasToken,
  nameField,
  newPasswordField,
  optionalPasswordField,
  refusedPassword,
  tokenField,
  wrongFields,
} from "@/lib/http/fields";
import type { Reply } from "@/lib/http/reply";
import { deliveredReply } from "@/lib/http/sent-mail";
import { registerFromLink, registerWithPassword } from "@/lib/registration/with-password";
import { withQuery } from "@/lib/routes";
import { registeredReply } from "../registered";

const PAGE = "/registro";

/** An account, to be confirmed by mail; or at once, by the token of a magic link. */
const create = requireCookies(PAGE, (context) =>
  hasToken(context) ? countingSignIn("registration", () => byLink(context)) : byMail(context),
);

async function byMail(context: RequestContext): Promise<Reply> {
  const page = withQuery(PAGE, context);
  const name = nameField(context);
  const email = emailField(context);
  const password = newPasswordField(context);
  if (!name.ok || !email.ok || !password.ok) return wrongFields(page, { name, email, password });
  const registered = await registerWithPassword({
    address: email.value,
    name: name.value,
    password: password.value,
    browser: browserOf(context).browser,
    client: context.client,
    callbackUrl: context.callbackUrl,
  });
  if (!registered.ok && registered.refusal === "bad-password")
    return refusedPassword(page, registered.why);
  return deliveredReply(registered, "registration", email.value, context);
}

async function byLink(context: RequestContext): Promise<Reply> {
  const token = tokenField(context);
  const [name, password] = [nameField(context), optionalPasswordField(context)];
  if (!name.ok || !password.ok) return wrongFields(withQuery(PAGE, { token }), { name, password });
  const registered = await registerFromLink({
    token,
    name: name.value,
    password: password.value,
    client: context.client,
  });
  return registeredReply(registered, context, { purpose: "magic-link", page: PAGE, token });
}

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(create);
