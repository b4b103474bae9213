import { messages } from "../messages/messages";
import { turnTo } from "../messages/reader";
import { detour } from "../routes";
import { type SignedInUser, userOfSession } from "../session/current";
import type { RequestContext } from "./context";
import { readerOf } from "./reader";
import type { Reply } from "./reply";

/** The hidden field of every form of a signed-in user: the id of the user it was shown to. */
const FIELD = "person";

export const otherUser = () =>
  ({
    ok: false,
    status: 409,
    error: "OtherPerson",
    url: "/cuenta",
    notice: messages().replies.otherPerson,
    anew: true,
  }) as const satisfies Reply;

type OwnerVerb = (context: RequestContext, user: SignedInUser) => Promise<Reply>;

/**
 * When the form was shown to the signed-in user: another may have signed in in another tab, for whom nothing is done or
 * counted.
 * @param page where strangers return to after `/login`
 */
export function forUser(
  page: string,
  verb: OwnerVerb,
): (context: RequestContext) => Promise<Reply> {
  return async (context) => {
    const user = await signedInUser(context);
    if (!user) return sessionRequired(page);
    return isShownTo(user, context) ? verb(context, user) : otherUser();
  };
}

/** @param page where the person returns to after `/login` */
export function sessionRequired(page: string): Reply {
  const error = "SessionRequired";
  return { ok: false, status: 401, error, url: detour("/login", page, error) };
}

/**
 * The same after reauthentication. Without it the user is sent to `/cuenta/confirmar`, and back to `page`, which may hold
 * what was chosen there.
 */
export function forReauthenticatedUser(
  page: string | ((context: RequestContext) => string),
  verb: OwnerVerb,
): (context: RequestContext) => Promise<Reply> {
  return async (context) => {
    const back = typeof page === "string" ? page : page(context);
    const reauthenticated = forUser(back, async (_, user) => {
      if (user.session.reauthenticated) return verb(context, user);
      return reauthenticationRequired(back);
    });
    return reauthenticated(context);
  };
}

/** For anyone; a form that names another user is refused. next-auth's own client names none. */
export function unlessOtherUser(verb: (context: RequestContext) => Promise<Reply>): typeof verb {
  return async (context) => {
    const says = context.form.has(FIELD) || context.wrong.includes(FIELD);
    const user = says ? await signedInUser(context) : null;
    return user && !isShownTo(user, context) ? otherUser() : verb(context);
  };
}

/** All that follows is in the language of their account, also what `respond` or a fault says. */
export async function signedInUser(context: RequestContext): Promise<SignedInUser | null> {
  const user = await userOfSession(context.cookie("session"));
  if (user) turnTo(readerOf(context, user));
  return user;
}

/** A missing, garbled or repeated field matches no user. */
const isShownTo = ({ id }: SignedInUser, { form }: RequestContext) => form.get(FIELD) === id;

/** @param page where the user returns to */
export function reauthenticationRequired(page: string): Reply {
  return { ok: false, status: 401, error: "ProofRequired", url: reauthenticationPage(page) };
}

export function reauthenticationPage(next: string): string {
  return detour("/cuenta/confirmar", next);
}
