import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { newToken } from "../crypto";
import { freshDiscovery, GoogleAway } from "../google/discovery";
import { browserOf, knownBrowserOf, type Visit, withCallbackUrl } from "../http/context";
import { clearCookie, cookieName, setCookie } from "../http/cookies";
import { newCsrf } from "../http/csrf";
import { addressField, codeField, passwordField, tokenField, wrongFields } from "../http/fields";
import type { Answer } from "../http/reply";
import { deliveredAnswer, sentCallbackUrl } from "../http/sent-mail";
import type { LinkUse } from "../magic-link/consume";
import { errorNotice, words } from "../messages/words";
import { endSession } from "../session/end";
import { AccountChanged, type SignInMethod } from "../session/start";
import { signInEnded } from "../telemetry/tell";
import { codeAnswer, linkAnswer, passwordAnswer } from "./answers";
import { beginRoundTrip } from "./google/round-trip";
import type { Journey } from "./journey";
import { authOptions, type OptionsGiven } from "./options";
import { type AuthRan, runNextAuth } from "./run-next-auth";

/** POST signin/email: ask for a magic link. */
export async function askForLink(visit: Visit): Promise<Answer> {
  const page = withCallbackUrl("/login/correo", visit);
  const email = addressField(visit);
  if (!email.ok) return wrongFields(page, { email });
  const { browser } = browserOf(visit);
  const journey = journeyOf(visit, "email", browser);
  journey.callbackUrl ??= await sentCallbackUrl("magic-link", email.value, visit);
  await run(visit, ["signin", "email"], { email: email.value }, { journey });
  if (!journey.delivered) return unknown("/login/correo");
  return deliveredAnswer(journey.delivered, "magic-link", email.value, visit);
}

/** POST callback/email with a token: use a link. */
export async function useLink(visit: Visit): Promise<Answer> {
  const token = tokenField(visit);
  return consume(visit, { token }, (use) => linkAnswer(use, token));
}

/** POST callback/email without one: use a link by its code, in the browser that asked. */
export async function useCode(visit: Visit): Promise<Answer> {
  const code = codeField(visit);
  if (!code.ok) return wrongFields("/login/correo/enviado", { code });
  return consume(visit, { code: code.value }, codeAnswer);
}

/** POST callback/credentials. */
export async function signInByPassword(visit: Visit): Promise<Answer> {
  const email = addressField(visit);
  const password = passwordField(visit);
  const page = withCallbackUrl("/login", visit);
  if (!email.ok || !password.ok) return wrongFields(page, { email, password });
  const typed = { email: email.value, password: password.value };
  try {
    return await tryPassword(visit, typed, page);
  } catch (fault) {
    if (!(fault instanceof AccountChanged)) throw fault;
    // what it was compared with has been replaced meanwhile: it is held against what is there now
    return tryPassword(visit, typed, page);
  }
}

async function tryPassword(
  visit: Visit,
  typed: { email: string; password: string },
  page: string,
): Promise<Answer> {
  const journey = journeyOf(visit, "password", newToken());
  await run(visit, ["callback", "credentials"], typed, { journey });
  if (journey.entered) return welcome(visit, journey);
  return journey.passwordSignIn ? passwordAnswer(journey.passwordSignIn, page) : unknown("/login");
}

/** POST signin/google: to Google, to sign in. Whoever gets there is counted once they are back. */
export async function signInByGoogle(visit: Visit): Promise<Answer> {
  const answer = await startGoogle(visit);
  if (!answer.ok && answer.error === "OAuthSignin") signInEnded("google", "away");
  return answer;
}

/**
 * To Google and back, with PKCE, state and nonce of its own.
 * @param linksTo the user to whom an account there is to be linked, instead of signing in
 */
export async function startGoogle(visit: Visit, linksTo: string | null = null): Promise<Answer> {
  const { google } = settings();
  if (!google) return { ok: false, status: 404, error: "NotFound" };
  const { browser, cookie } = browserOf(visit);
  const journey = journeyOf(visit, "google", browser);
  try {
    const discovery = await freshDiscovery(google.issuer);
    const ran = await run(visit, ["signin", "google"], {}, { journey, google: discovery });
    const url = ran.location;
    if (url?.startsWith(discovery.authorization_endpoint)) {
      const cookies = [...(await beginRoundTrip(visit, ran.cookies, linksTo)), cookie];
      return { ok: true, url, cookies };
    }
  } catch (fault) {
    if (!(fault instanceof GoogleAway)) throw fault;
  }
  const url = "/login?error=OAuthSignin";
  return { ok: false, status: 503, error: "OAuthSignin", url, retryAfter: 5 };
}

/** POST signout: the row ends, whatever becomes of the cookie. */
export async function signOut(visit: Visit): Promise<Answer> {
  const journey = journeyOf(visit, "email", newToken());
  await run(visit, ["signout"], {}, { journey });
  return { ok: true, url: "/login", notice: words.signedOut, cookies: [clearCookie("session")] };
}

async function consume(
  visit: Visit,
  proof: NonNullable<Journey["proof"]>,
  refused: (use: LinkUse) => Answer,
): Promise<Answer> {
  const journey = journeyOf(visit, "email", knownBrowserOf(visit) ?? newToken());
  journey.proof = proof;
  // next-auth wants one in the query before it asks the adapter, which uses the proof instead
  const query = { token: newToken() };
  await run(visit, ["callback", "email"], {}, { journey }, query);
  if (journey.entered) return welcome(visit, journey);
  return journey.linkUse ? refused(journey.linkUse) : unknown("/login");
}

/** Somebody is in: their new cookie, the end of the session this browser had, and where they wanted to go. */
export async function welcome(visit: Visit, journey: Journey): Promise<Answer> {
  const before = visit.cookie("session");
  if (before && before !== journey.sessionToken) await endSession(before);
  const session = setCookie("session", journey.sessionToken, limits.sessionLife);
  const device = setCookie("device", visit.requester.browserToken, limits.deviceKept);
  const last = setCookie("last", journey.method, limits.deviceKept);
  const cookies = [session, clearCookie("sent"), device, last];
  return { ok: true, url: journey.callbackUrl ?? "/cuenta", cookies };
}

export function journeyOf(visit: Visit, method: SignInMethod, browser: string): Journey {
  const { requester, callbackUrl } = visit;
  return { method, requester, browser, callbackUrl, sessionToken: newToken() };
}

/** Runs a POST through next-auth, whose own csrf check gets a fresh pair: the door has proved the origin already. */
async function run(
  visit: Visit,
  path: string[],
  body: Record<string, string>,
  given: OptionsGiven,
  query: Record<string, string> = {},
): Promise<AuthRan> {
  const csrf = newCsrf();
  // next-auth would link to the person who is signed in, or keep their session, if it saw it anywhere but here
  const session = path[0] === "signout" ? visit.cookie("session") : undefined;
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

function unknown(page: string): Answer {
  return { ok: false, status: 401, error: "Default", url: page, notice: errorNotice("Default") };
}
