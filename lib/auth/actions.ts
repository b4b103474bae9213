import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { newToken } from "../crypto";
import { freshDiscovery, GoogleAway } from "../google/discovery";
import { browserOf, knownBrowserOf, type RequestContext } from "../http/context";
import { clearCookie, cookieName, setCookie } from "../http/cookies";
import { newCsrf } from "../http/csrf";
import { codeField, emailField, passwordField, tokenField, wrongFields } from "../http/fields";
import type { Reply } from "../http/reply";
import { deliveredReply, sentCallbackUrl } from "../http/sent-mail";
import type { LinkUse } from "../magic-link/consume";
import { errorBanner, messages } from "../messages/messages";
import { withQuery } from "../routes";
import { endSession } from "../session/end";
import { type SignInMethod, UserChanged } from "../session/start";
import { signInEnded } from "../telemetry/tell";
import { codeReply, linkReply, passwordReply } from "./answers";
import { beginRoundTrip } from "./google/round-trip";
import type { Journey } from "./journey";
import { authOptions, type OptionsGiven } from "./options";
import { type AuthRan, runNextAuth } from "./run-next-auth";

/** POST signin/email: ask for a magic link. */
export async function askForLink(context: RequestContext): Promise<Reply> {
  const page = withQuery("/login/correo", context);
  const email = emailField(context);
  if (!email.ok) return wrongFields(page, { email });
  const { browser } = browserOf(context);
  const journey = journeyOf(context, "email", browser);
  journey.callbackUrl ??= await sentCallbackUrl("magic-link", email.value, context);
  await run(context, ["signin", "email"], { email: email.value }, { journey });
  if (!journey.delivered) return unknown("/login/correo");
  return deliveredReply(journey.delivered, "magic-link", email.value, context);
}

/** POST callback/email with a token: use a link. */
export async function useLink(context: RequestContext): Promise<Reply> {
  const token = tokenField(context);
  return consume(context, { token }, (use) => linkReply(use, token));
}

/** POST callback/email without one: use a link by its code, in the browser that asked. */
export async function useCode(context: RequestContext): Promise<Reply> {
  const code = codeField(context);
  if (!code.ok) return wrongFields("/login/correo/enviado", { code });
  return consume(context, { code: code.value }, codeReply);
}

/** POST callback/credentials. */
export async function signInByPassword(context: RequestContext): Promise<Reply> {
  const email = emailField(context);
  const password = passwordField(context);
  const page = withQuery("/login", context);
  if (!email.ok || !password.ok) return wrongFields(page, { email, password });
  const typed = { email: email.value, password: password.value };
  try {
    return await tryPassword(context, typed, page);
  } catch (fault) {
    if (!(fault instanceof UserChanged)) throw fault;
    // what it was compared with has been replaced meanwhile: it is held against what is there now
    return tryPassword(context, typed, page);
  }
}

async function tryPassword(
  context: RequestContext,
  typed: { email: string; password: string },
  page: string,
): Promise<Reply> {
  const journey = journeyOf(context, "password", newToken());
  await run(context, ["callback", "credentials"], typed, { journey });
  if (journey.entered) return signedInByAuth(context, journey);
  return journey.passwordSignIn ? passwordReply(journey.passwordSignIn, page) : unknown("/login");
}

/** POST signin/google: to Google, to sign in. Whoever gets there is counted once they are back. */
export async function signInByGoogle(context: RequestContext): Promise<Reply> {
  const reply = await startGoogle(context);
  if (!reply.ok && reply.error === "OAuthSignin") signInEnded("google", "away");
  return reply;
}

/**
 * To Google and back, with PKCE, state and nonce of its own.
 * @param linksTo the user to whom an account there is to be linked, instead of signing in
 */
export async function startGoogle(
  context: RequestContext,
  linksTo: string | null = null,
): Promise<Reply> {
  const { google } = settings();
  if (!google) return { ok: false, status: 404, error: "NotFound" };
  const { browser, cookie } = browserOf(context);
  const journey = journeyOf(context, "google", browser);
  try {
    const discovery = await freshDiscovery(google.issuer);
    const ran = await run(context, ["signin", "google"], {}, { journey, google: discovery });
    const url = ran.location;
    if (url?.startsWith(discovery.authorization_endpoint)) {
      const cookies = [...(await beginRoundTrip(context, ran.cookies, linksTo)), cookie];
      return { ok: true, url, cookies };
    }
  } catch (fault) {
    if (!(fault instanceof GoogleAway)) throw fault;
  }
  const error = "OAuthSignin";
  const url = withQuery("/login", { error });
  return { ok: false, status: 503, error, url, retryAfter: 5 };
}

/** POST signout: the row ends, whatever becomes of the cookie. */
export async function signOut(context: RequestContext): Promise<Reply> {
  const journey = journeyOf(context, "email", newToken());
  await run(context, ["signout"], {}, { journey });
  return {
    ok: true,
    url: "/login",
    notice: messages().replies.signedOut,
    cookies: [clearCookie("session")],
  };
}

async function consume(
  context: RequestContext,
  proof: NonNullable<Journey["proof"]>,
  refused: (use: LinkUse) => Reply,
): Promise<Reply> {
  const journey = journeyOf(context, "email", knownBrowserOf(context) ?? newToken());
  journey.proof = proof;
  // next-auth wants one in the query before it asks the adapter, which uses the proof instead
  const query = { token: newToken() };
  await run(context, ["callback", "email"], {}, { journey }, query);
  if (journey.entered) return signedInByAuth(context, journey);
  return journey.linkUse ? refused(journey.linkUse) : unknown("/login");
}

/** Somebody is in: their new cookie, the end of the session this browser had, and where they wanted to go. */
export async function signedInByAuth(context: RequestContext, journey: Journey): Promise<Reply> {
  const before = context.cookie("session");
  if (before && before !== journey.sessionToken) await endSession(before);
  const session = setCookie("session", journey.sessionToken, limits.sessionLifeSeconds);
  const device = setCookie("device", context.client.browserToken, limits.deviceKeptSeconds);
  const last = setCookie("last", journey.method, limits.deviceKeptSeconds);
  const cookies = [session, clearCookie("sent"), device, last];
  return { ok: true, url: journey.callbackUrl ?? "/cuenta", cookies };
}

export function journeyOf(context: RequestContext, method: SignInMethod, browser: string): Journey {
  const { client, callbackUrl } = context;
  return { method, client, browser, callbackUrl, sessionToken: newToken() };
}

/** Runs a POST through next-auth, whose own csrf check gets a fresh pair: the door has proved the origin already. */
async function run(
  context: RequestContext,
  path: string[],
  body: Record<string, string>,
  given: OptionsGiven,
  query: Record<string, string> = {},
): Promise<AuthRan> {
  const csrf = newCsrf();
  // next-auth would link to the person who is signed in, or keep their session, if it saw it anywhere but here
  const session = path[0] === "signout" ? context.cookie("session") : undefined;
  const cookies = {
    [cookieName("csrf")]: csrf.cookie,
    ...(session && { [cookieName("session")]: session }),
  };
  const ran = await runNextAuth(
    { method: "POST", path, query, body: { ...body, csrfToken: csrf.token }, cookies },
    authOptions(given),
  );
  if (given.journey.fault) throw given.journey.fault;
  return ran;
}

function unknown(page: string): Reply {
  return { ok: false, status: 401, error: "Default", url: page, notice: errorBanner("Default") };
}
