import type { NextAuthOptions } from "next-auth";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { readGoogleProfile } from "../google/authority";
import { cookieName } from "../http/cookies";
import { log } from "../log/log";
import { adapterOf, openSession } from "./adapter";
import { credentials } from "./credentials";
import { email } from "./email";
import { google } from "./google/google";
import { CHECKS } from "./google/round-trip";
import { passkey } from "./passkey";
import { keepingFaults, type Run, runnerOf } from "./run";
import { secondStep } from "./second-step";

export const WAYS = [credentials, email, google, passkey, secondStep];

/**
 * Credentials, Google, Email and passkeys, with a database session for all four. next-auth calls, in this order:
 * - link: `useVerificationToken`, `getUserByEmail`, `signIn`, `updateUser`, `createSession`
 * - Google's return: `token.request`, `getUserByAccount`, `signIn`, `getUserByAccount`, `createSession`
 * - password: `authorize`, `signIn`, `jwt`, never the adapter: `jwt` opens the session, `encode` puts its token in the
 * cookie; a passkey and the second step likewise, which have opened it by then
 */
export function authOptions(run: Run): NextAuthOptions {
  const callbacks: NextAuthOptions["callbacks"] = keepingFaults(run, {
    signIn: async ({ account, profile }) => {
      if (account?.provider !== "google") return true;
      run.admitted = (await run.steps.admit?.(readGoogleProfile({ ...profile }))) ?? null;
      return run.admitted !== null;
    },
    // the reply says where a sign-in leads; next-auth gets an address that is ours
    redirect: async () => settings().origin,
    jwt: async ({ token, account }) => {
      if (account?.type !== "credentials") return token;
      await openSession(run);
      return { sessionToken: run.sessionToken };
    },
    session: async ({ session, user: { id, name, email } }) => ({
      ...session,
      user: { id, name, email },
    }),
  } satisfies NextAuthOptions["callbacks"]);
  return {
    adapter: adapterOf(run),
    secret: settings().secret,
    useSecureCookies: settings().https,
    session: {
      strategy: "database",
      maxAge: limits.sessionLifeSeconds,
      updateAge: limits.sessionTouchSeconds,
      generateSessionToken: () => run.sessionToken,
    },
    pages: { signIn: "/login", error: "/login", verifyRequest: "/login/correo/enviado" },
    cookies: {
      sessionToken: called(cookieName("session")),
      csrfToken: called(cookieName("csrf")),
      state: called(CHECKS.state),
      pkceCodeVerifier: called(CHECKS.verifier),
      nonce: called(CHECKS.nonce),
    },
    providers: WAYS.flatMap((way) => way.provider(run) ?? []),
    callbacks,
    jwt: { encode: async ({ token }) => String(token?.sessionToken), decode: async () => null },
    logger: {
      // codes alone: openid-client's messages hold states and nonces
      error: (code) => log.warn({ fault: code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

export const runAuth = runnerOf(authOptions);

/** A name alone: we set the browser's cookies. */
const called = (name: string) => ({ name, options: {} });
