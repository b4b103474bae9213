import { messages } from "../messages/messages";
import { detour } from "../routes";
import { type SignedInUser, userOfSession } from "../session/current";
import { isReauthenticated } from "../session/reauthentication";
import type { RequestContext } from "./context";
import type { Reply } from "./reply";

/** The hidden field of every form of a signed-in person: the id of whom it was shown to. */
const FIELD = "person";

/** The answer to whoever is signed in, where something was shown to another person. */
export const otherUser = () =>
  ({
    ok: false,
    status: 409,
    error: "OtherPerson",
    url: "/cuenta",
    notice: messages().replies.otherPerson,
    anew: true,
  }) as const satisfies Reply;

/** A verb of a signed-in person. */
type OwnerVerb = (context: RequestContext, user: SignedInUser) => Promise<Reply>;

/**
 * A verb for the person who is signed in, when the form was shown to them: in another tab somebody else may have signed
 * in meanwhile, for whom nothing is done or counted. A stranger is led to `/login`.
 * @param page where they are led back to
 */
export function forUser(
  page: string,
  verb: OwnerVerb,
): (context: RequestContext) => Promise<Reply> {
  return async (context) => {
    const user = await userOfSession(context.cookie("session"));
    if (user) return isShownTo(user, context) ? verb(context, user) : otherUser();
    const url = detour("/login", page, "SessionRequired");
    return { ok: false, status: 401, error: "SessionRequired", url };
  };
}

/**
 * The same after a fresh proof: changes of ways in, the data, the end of the account. Without one the person is led to
 * `/cuenta/confirmar`, and from there back to `page`.
 */
export function forReauthenticatedUser(
  page: string,
  verb: OwnerVerb,
): (context: RequestContext) => Promise<Reply> {
  return forUser(page, async (context, user) => {
    if (await isReauthenticated(user.session.id)) return verb(context, user);
    return reauthenticationRequired(page);
  });
}

/**
 * A verb that also works for a stranger, and for a program that does not say for whom: next-auth's own client does not.
 * A form that says it is refused like any other.
 */
export function unlessOtherUser(verb: (context: RequestContext) => Promise<Reply>): typeof verb {
  return async (context) => {
    const says = context.form.has(FIELD) || context.wrong.includes(FIELD);
    const user = says ? await userOfSession(context.cookie("session")) : null;
    return user && !isShownTo(user, context) ? otherUser() : verb(context);
  };
}

/** Missing, garbled or there twice, the field is nobody's. */
const isShownTo = ({ id }: SignedInUser, { form }: RequestContext) => form.get(FIELD) === id;

/** The answer to whoever has not proved lately to be themselves. @param page where they go on afterwards */
export function reauthenticationRequired(page: string): Reply {
  return { ok: false, status: 401, error: "ProofRequired", url: reauthenticationPage(page) };
}

/** Where a person proves to be themselves, and where they go on afterwards. */
export function reauthenticationPage(next: string): string {
  return detour("/cuenta/confirmar", next);
}
