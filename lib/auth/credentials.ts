import Credentials from "next-auth/providers/credentials";
import type { RequestContext } from "../http/context";
import { requireCookies } from "../http/cookies-required";
import { countingSignIn } from "../http/count-sign-in";
import { emailField, passwordField, wrongFields } from "../http/fields";
import { type Reply, throttledReply, unknownReply } from "../http/reply";
import { signedInReply } from "../http/signed-in";
import { errorBanner } from "../messages/messages";
import { type PasswordSignIn, signInByPassword } from "../password/sign-in";
import { withQuery } from "../routes";
import { UserChanged } from "../session/start";
import { defaultOf } from "./default-of";
import type { RunAuth, Steps, Way } from "./run";

const PAGE = "/login";
type Typed = Parameters<NonNullable<Steps["verifyPassword"]>>[0];

export const credentials: Way = {
  provider: (run) =>
    defaultOf(Credentials)({
      credentials: { email: {}, password: {} },
      authorize: async (typed) => {
        run.admitted = (await run.steps.verifyPassword?.(typed as Typed)) ?? null;
        return run.admitted && { id: run.admitted.id };
      },
    }),
  posts: {
    "callback/credentials": (run) =>
      requireCookies(PAGE, (context) => countingSignIn("password", () => signIn(context, run))),
  },
};

async function signIn(context: RequestContext, run: RunAuth): Promise<Reply> {
  const page = withQuery(PAGE, context);
  const [email, password] = [emailField(context), passwordField(context)];
  if (!email.ok || !password.ok) return wrongFields(page, { email, password });
  const typed = { email: email.value, password: password.value };
  try {
    return await tryPassword(typed, page, context, run);
  } catch (fault) {
    if (!(fault instanceof UserChanged)) throw fault;
    // the hash was replaced meanwhile: compare with the new one
    return tryPassword(typed, page, context, run);
  }
}

async function tryPassword(
  typed: Typed,
  page: string,
  context: RequestContext,
  run: RunAuth,
): Promise<Reply> {
  const asked = { path: ["callback", "credentials"], body: typed, by: "password" } as const;
  const { outcome, session } = await run<PasswordSignIn>(context, asked, (settle) => ({
    verifyPassword: async ({ email, password }) => {
      const tried = await signInByPassword(email, password, context.client);
      settle(tried);
      return tried.ok ? tried.user : null;
    },
  }));
  if (session) return signedInReply(context, session, context.callbackUrl ?? "/cuenta");
  return outcome && !outcome.ok ? passwordReply(outcome, page) : unknownReply(PAGE);
}

/** The words never say which half was wrong. */
export function passwordReply(refused: Exclude<PasswordSignIn, { ok: true }>, page: string): Reply {
  if (refused.refusal === "backoff") return throttledReply(refused.seconds, page);
  const url = `${page}${page.includes("?") ? "&" : "?"}error=CredentialsSignin`;
  const notice = errorBanner("CredentialsSignin");
  return { ok: false, status: 401, error: "CredentialsSignin", url, notice };
}
