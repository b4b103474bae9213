import type { ClientInfo } from "../client-info";
import type { GoogleAdmission } from "../google/admit";
import type { GoogleLinking } from "../google/methods";
import type { LinkUse } from "../magic-link/consume";
import type { PasswordSignIn } from "../password/sign-in";
import type { SignedInUser } from "../session/current";
import type { SignInMethod } from "../session/start";
import type { Delivered } from "../token/deliver";
import type { TokenOwner } from "../token/peek";

/**
 * One request's way through next-auth: what its callbacks are told that next-auth does not tell them, and what they
 * found out that it would swallow.
 */
export type Journey = {
  method: SignInMethod;
  client: ClientInfo;
  /** the cookie of the browser that asks; fresh where it had none */
  browser: string;
  callbackUrl: string | null;
  /** of the session that is opened when they are let in */
  sessionToken: string;
  /** what is used at callback/email; next-auth passes on a hash alone */
  proof?: { token: string } | { code: string };

  delivered?: Delivered;
  linkUse?: LinkUse;
  passwordSignIn?: PasswordSignIn;
  /** who went to Google to link an account there, instead of signing in */
  linksTo?: SignedInUser;
  linking?: GoogleLinking;
  /** Google gave its tokens for this code before */
  codeSpent?: boolean;
  googleAdmission?: GoogleAdmission | { ok: false; refusal: "no-address" };
  /** whom a session was opened for */
  entered?: TokenOwner;
  /** what an adapter or a callback threw; next-auth would take it for "nobody is signed in" */
  fault?: unknown;
};

/** Keeps what a function throws, so that the handler can tell a fault from a refusal. */
export function marking<A extends unknown[], R>(
  journey: Journey,
  step: (...given: A) => Promise<R>,
): (...given: A) => Promise<R> {
  return async (...given) => {
    try {
      return await step(...given);
    } catch (fault) {
      journey.fault ??= fault;
      throw fault;
    }
  };
}
