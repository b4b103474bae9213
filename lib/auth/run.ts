import type { NextRequest } from "next/server";
import type { NextAuthOptions } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import type { ClientInfo } from "../client-info";
import type { Email } from "../email";
import type { GoogleProfile } from "../google/authority";
import type { Discovery } from "../google/discovery";
import type { RequestContext } from "../http/context";
import { cookieName } from "../http/cookies";
import { newCsrf } from "../http/csrf";
import type { Verb } from "../http/endpoint";
import type { AuthAction } from "../routes";
import { newToken } from "../secrets";
import type { SignInMethod, StartedSession } from "../session/start";
import type { TokenOwner } from "../token/peek";
import type { User } from "../user/find";
import { type AuthRan, runNextAuth } from "./run-next-auth";

/** A way to sign in: next-auth's provider, and its own endpoints below `/api/auth`. */
export type Way = {
  /** @returns null where it is not configured */
  provider(run: Run): Provider | null;
  posts: Partial<Record<AuthAction<"POST">, (run: RunAuth) => Verb>>;
  gets?: Partial<Record<AuthAction<"GET">, Reading>>;
};
export type Reading = (request: NextRequest, run: RunAuth) => Promise<Response>;

/** What a way to sign in does when next-auth calls it. A user that a step returns is signed in. */
export type Steps = {
  /** uses a link or code, and opens the session in the same transaction */
  useLink?(): Promise<SignedIn | null>;
  verifyPassword?(typed: { email: Email; password: string }): Promise<User | null>;
  /** uses a passkey, or passes the second step, and opens the session in the same transaction */
  enter?(): Promise<SignedIn | null>;
  /** Google gave its tokens for this code before */
  codeSpent?(): void;
  /** @param profile null without a usable subject or address */
  admit?(profile: GoogleProfile | null): Promise<User | null>;
};

export type SignedIn = { user: TokenOwner; session: StartedSession };

export type Run = {
  method: SignInMethod;
  client: ClientInfo;
  sessionToken: string;
  steps: Steps;
  /** Google's endpoints; null leaves the provider out */
  google: Discovery | null;
  admitted: (TokenOwner & { passwordHash?: string | null }) | null;
  session: StartedSession | null;
  /** what a step or the adapter threw; next-auth would treat it as a failed sign-in */
  fault?: unknown;
};

type Asked = {
  method?: "GET" | "POST";
  path: readonly string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
  by: SignInMethod;
  google?: Discovery | null;
};

export type Ran<Outcome> = AuthRan & {
  /** what a step settled; null when next-auth called none */
  outcome: Outcome | null;
  session: StartedSession | null;
};

type StepsOf<Outcome> = (settle: (outcome: Outcome) => void, sessionToken: string) => Steps;

/** @param stepsOf each step settles the run's outcome @throws what a step or the adapter threw */
export type RunAuth = <Outcome = never>(
  context: RequestContext,
  asked: Asked,
  stepsOf?: StepsOf<Outcome>,
) => Promise<Ran<Outcome>>;

export function runnerOf(optionsOf: (run: Run) => NextAuthOptions): RunAuth {
  return async <Outcome>(
    { client }: RequestContext,
    asked: Asked,
    stepsOf: StepsOf<Outcome> = () => ({}),
  ) => {
    const settled: { outcome: Outcome | null } = { outcome: null };
    const sessionToken = newToken();
    const { by: method, google = null } = asked;
    const given = { method, client, sessionToken, google };
    const run: Run = { ...given, steps: {}, admitted: null, session: null };
    const steps = stepsOf((outcome) => {
      settled.outcome = outcome;
    }, sessionToken);
    run.steps = keepingFaults(run, steps);
    const ran = await runNextAuth(requestOf(asked), optionsOf(run));
    if (run.fault) throw run.fault;
    return { ...ran, ...settled, session: run.session };
  };
}

/** next-auth's csrf check gets a fresh pair: the endpoint has checked the origin already. */
function requestOf({ method = "POST", path, query, body, cookies }: Asked) {
  if (method === "GET") return { method, path, query, cookies: cookies ?? {} };
  const csrf = newCsrf();
  const ours = { [cookieName("csrf")]: csrf.cookie };
  const fields = { ...body, csrfToken: csrf.token };
  return { method, path, query, body: fields, cookies: { ...ours, ...cookies } };
}

/** Keeps what these functions throw, which next-auth swallows. */
export function keepingFaults<T extends object>(run: Run, table: T): T {
  const kept = Object.entries(table).map(([name, step]) => [
    name,
    async (...given: unknown[]) => {
      try {
        return await step(...given);
      } catch (fault) {
        run.fault ??= fault;
        throw fault;
      }
    },
  ]);
  return Object.fromEntries(kept) as T;
}
