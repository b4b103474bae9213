import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import Email from "next-auth/providers/email";
import Google from "next-auth/providers/google";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { newToken } from "../crypto";
import { parseEmail } from "../email";
import { admitByGoogle } from "../google/admit";
import { readGoogleProfile } from "../google/authority";
import type { Discovery } from "../google/discovery";
import { linkGoogleTo } from "../google/methods";
import { cookieName } from "../http/cookies";
import { log } from "../log/log";
import { requestMagicLink } from "../magic-link/request";
import { signInByPassword } from "../password/sign-in";
import { adapterOf, enter } from "./adapter";
import { tradeCode } from "./google/code";
import { CHECKS } from "./google/round-trip";
import { type Journey, marking } from "./journey";

/** in milliseconds */
const GOOGLE_TIMEOUT_MS = 5000;

export type OptionsGiven = {
  journey: Journey;
  /** Google's doors; without them the Google provider is left out */
  google?: Discovery | null;
};

/** The one configuration: Credentials, Google and Email, with a session in the database for all three. */
export function authOptions({ journey, google }: OptionsGiven): NextAuthOptions {
  return {
    adapter: adapterOf(journey),
    secret: settings().secret,
    useSecureCookies: settings().https,
    session: {
      strategy: "database",
      maxAge: limits.sessionLifeSeconds,
      updateAge: limits.sessionTouchSeconds,
      generateSessionToken: () => journey.sessionToken,
    },
    pages: { signIn: "/login", error: "/login", verifyRequest: "/login/correo/enviado" },
    cookies: {
      sessionToken: called(cookieName("session")),
      csrfToken: called(cookieName("csrf")),
      state: called(CHECKS.state),
      pkceCodeVerifier: called(CHECKS.verifier),
      nonce: called(CHECKS.nonce),
    },
    providers: [
      credentials(journey),
      email(journey),
      ...(google ? [googleFrom(google, journey)] : []),
    ],
    callbacks: {
      signIn: marking(journey, async ({ account, profile }) => {
        if (account?.provider !== "google") return true;
        const claims: Record<string, unknown> = { ...profile };
        const read = readGoogleProfile(claims);
        const { linksTo, client } = journey;
        if (linksTo && read) {
          journey.linking = await linkGoogleTo(linksTo, read, client);
          return false;
        }
        journey.googleAdmission = read
          ? await admitByGoogle(read, journey)
          : { ok: false, refusal: "no-address" };
        return journey.googleAdmission.ok;
      }),
      // where a sign-in leads is decided by the handler; next-auth gets an address that is ours
      redirect: async () => settings().origin,
      // next-auth calls these two for credentials whatever the strategy: they open the session in the database
      jwt: marking(journey, async ({ token, user, account }) => {
        if (account?.type !== "credentials") return token;
        await enter(journey, user.id);
        return { sessionToken: journey.sessionToken };
      }),
      session: async ({ session, user }) => ({
        ...session,
        user: { id: user.id, name: user.name, email: user.email },
      }),
    },
    jwt: { encode: async ({ token }) => String(token?.sessionToken), decode: async () => null },
    logger: {
      // codes alone: openid-client's messages hold states and nonces
      error: (code) => log.warn({ fault: code }, "next-auth"),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** A name alone: what a browser gets is set by us. */
const called = (name: string) => ({ name, options: {} });

function credentials(journey: Journey) {
  return Credentials({
    credentials: { email: {}, password: {} },
    authorize: marking(journey, async (typed) => {
      const parsed = parseEmail(typed?.email);
      if (!parsed.ok || typed?.password === undefined) return null;
      const signIn = await signInByPassword(parsed.address, typed.password, journey.client);
      journey.passwordSignIn = signIn;
      return signIn.ok ? { id: signIn.account.id } : null;
    }),
  });
}

function email(journey: Journey) {
  return Email({
    from: settings().emailFrom,
    maxAge: limits.magicLinkLifeSeconds,
    // a token of 256 random bits needs no pepper, and so outlives a rotation of the secret
    secret: "",
    generateVerificationToken: newToken,
    normalizeIdentifier: (typed) => {
      const parsed = parseEmail(typed);
      return parsed.ok ? parsed.address : "";
    },
    sendVerificationRequest: marking(journey, async ({ identifier, token }) => {
      const parsed = parseEmail(identifier);
      if (!parsed.ok) return;
      const { browser, client, callbackUrl } = journey;
      const request = { address: parsed.address, token, browser, client, callbackUrl };
      journey.delivered = await requestMagicLink(request);
    }),
  });
}

function googleFrom(discovery: Discovery, journey: Journey) {
  const { google } = settings();
  return Google({
    clientId: google?.clientId ?? "",
    clientSecret: google?.clientSecret ?? "",
    // given instead of discovered: next-auth would ask for the document at every sign-in
    wellKnown: undefined,
    issuer: discovery.issuer,
    token: { url: discovery.token_endpoint, request: (given) => tradeCode(given, journey) },
    userinfo: discovery.userinfo_endpoint,
    jwks_endpoint: discovery.jwks_uri,
    authorization: {
      url: discovery.authorization_endpoint,
      params: { scope: "openid email profile", prompt: "select_account" },
    },
    checks: ["pkce", "state", "nonce"],
    httpOptions: { timeout: GOOGLE_TIMEOUT_MS },
  });
}
