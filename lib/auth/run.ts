import type { NextRequest } from "next/server";
import type { NextAuthOptions } from "next-auth";
import type { Provider } from "next-auth/providers/index";
import type { ClientInfo } from "../client-info";
import { newToken } from "../crypto";
import type { Email } from "../email";
import type { GoogleProfile } from "../google/authority";
import type { Discovery } from "../google/discovery";
import type { RequestContext } from "../http/context";
import { cookieName } from "../http/cookies";
import { newCsrf } from "../http/csrf";
import type { Verb } from "../http/endpoint";
import type { AuthAction } from "../routes";
import type { SignInMethod } from "../session/start";
import type { TokenOwner } from "../token/peek";
import type { User } from "../user/find";
import { type AuthRan, runNextAuth } from "./run-next-auth";

/** A way in: next-auth's provider, and the endpoints below `/api/auth` that are its own. */
export type Way = {
  /** @returns null where no setting asks for it */
  provider(run: Run): Provider | null;
  posts: Partial<Record<AuthAction<"POST">, (run: RunAuth) => Verb>>;
  gets?: Partial<Record<AuthAction<"GET">, Reading>>;
};
export type Reading = (request: NextRequest, run: RunAuth) => Promise<Response>;

/** What a way in does in a run, when next-auth comes to it. A user that a step returns is let in. */
export type Steps = {
  /** Email: hands over the mail with the token that next-auth has made */
  sendLink?(address: Email, token: string): Promise<void>;
  /** Email: uses a link or its code, and opens the session in the same transaction */
  useLink?(): Promise<TokenOwner | null>;
  /** Credentials */
  verifyPassword?(typed: { email: Email; password: string }): Promise<User | null>;
  /** Google: it gave its tokens for this code before */
  codeSpent?(): void;
  /** Google: @param profile null when it has no usable subject or address */
  admit?(profile: GoogleProfile | null): Promise<User | null>;
};

/** One run of next-auth: what it knows beside the request, and what came of it. */
export type Run = {
  method: SignInMethod;
  client: ClientInfo;
  /** of the session that is opened for whom a step lets in */
  sessionToken: string;
  steps: Steps;
  /** Google's endpoints; without them the provider is left out */
  google: Discovery | null;
  admitted: (TokenOwner & { passwordHash?: string | null }) | null;
  hasSession: boolean;
  /** what a step or the adapter threw; next-auth would take it for "nobody is signed in" */
  fault?: unknown;
};

/** What next-auth is asked: a POST unless it says otherwise. */
type Asked = {
  method?: "GET" | "POST";
  /** the address below `/api/auth`, in its parts */
  path: readonly string[];
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies?: Record<string, string>;
  by: SignInMethod;
  google?: Discovery | null;
};

/** What a run came to. */
export type Ran<Outcome> = AuthRan & {
  /** what a step has settled; null where next-auth never came to one */
  outcome: Outcome | null;
  /** that was opened; null where nobody came in */
  session: { token: string; method: SignInMethod } | null;
};

type StepsOf<Outcome> = (settle: (outcome: Outcome) => void, sessionToken: string) => Steps;

/**
 * Runs next-auth for one request.
 * @param stepsOf the steps of the way in; each settles what it came to, which is the outcome of the run
 * @throws what a step or the adapter threw
 */
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
    const run: Run = { ...given, steps: {}, admitted: null, hasSession: false };
    const steps = stepsOf((outcome) => {
      settled.outcome = outcome;
    }, sessionToken);
    run.steps = keepingFaults(run, steps);
    const ran = await runNextAuth(requestOf(asked), optionsOf(run));
    if (run.fault) throw run.fault;
    return { ...ran, ...settled, session: run.hasSession ? { token: sessionToken, method } : null };
  };
}

/** next-auth's own csrf check gets a fresh pair: the endpoint has proved the origin already. */
function requestOf({ method = "POST", path, query, body, cookies }: Asked) {
  if (method === "GET") return { method, path, query, cookies: cookies ?? {} };
  const csrf = newCsrf();
  const ours = { [cookieName("csrf")]: csrf.cookie };
  const fields = { ...body, csrfToken: csrf.token };
  return { method, path, query, body: fields, cookies: { ...ours, ...cookies } };
}

/** Keeps what the functions of a table throw, which next-auth swallows. */
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
