import type { NextRequest } from "next/server";
import { safeCallbackUrl } from "../callback-url";
import { clearCookie, cookieName } from "../cookies";
import { type Answer, isProgram, respond } from "../door/answer";
import { newCsrf, plantCsrf } from "../door/csrf";
import { afterwards, faultAnswer } from "../door/door";
import { deliveredAnswer } from "../door/sent";
import { countingSignIn } from "../door/sign-ins";
import { browserOf, type Visit, visitOf } from "../door/visit";
import { googleDiscovery } from "../google/discovery";
import { peekIntent } from "../google/intent";
import { personOfSession } from "../session/current";
import { AccountChanged } from "../session/start";
import { settings } from "../settings";
import { journeyOf, welcome } from "./actions";
import { intentAnswer } from "./intents";
import type { Journey } from "./journey";
import { authOptions } from "./options";
import { secretOfRoundTrip } from "./round-trip";
import { runNextAuth } from "./run-next-auth";

/** What is kept while somebody is at Google. */
const ROUND_TRIP = ["state", "pkce", "nonce"] as const;
/** What Google may send back (RFC 6749 §4.1.2, RFC 9207). */
const PARAMETERS = ["code", "state", "error", "iss", "scope", "authuser", "prompt", "hd"];

/** GET callback/google: where Google leads back to. The only GET that signs in: its state cookie is the proof. */
export async function returnFromGoogle(request: NextRequest): Promise<Response> {
  const program = isProgram(request.headers);
  afterwards();
  try {
    const visit = visitOf(request, { values: new Map(), wrong: [] });
    const finished = () => finish(request, visit);
    // who went to Google for something else does not sign in
    const answer = visit.cookie("intent") ? finished() : countingSignIn("google", finished);
    return await respond(withProbe(await answer, visit), program);
  } catch (fault) {
    return respond(faultAnswer(fault, "/login"), program);
  }
}

/** Without any cookie the way failed for that: `/login` looks whether this one comes back, and says so if it does not. */
function withProbe(answer: Answer, visit: Visit): Answer {
  if (visit.sendsCookies) return answer;
  return { ...answer, cookies: [...(answer.cookies ?? []), plantCsrf(newCsrf().cookie)] };
}

async function finish(request: NextRequest, visit: Visit): Promise<Answer> {
  const { google } = settings();
  if (!google) return { ok: false, status: 404, error: "NotFound" };
  const { browser } = browserOf(visit);
  const journey = journeyOf(visit, "google", browser);
  journey.callbackUrl = safeCallbackUrl(visit.cookie("callback"), settings().origin);
  const intent = visit.cookie("intent");
  const session = visit.cookie("session");
  if (intent) journey.intent = await peekIntent(intent, await personOfSession(session), session);
  // too late, or in another session: who went to Google for something else is not signed in instead
  if (intent && !journey.intent) return { ...intentAnswer("refused"), cookies: over() };
  const ran = await runNextAuth(
    {
      method: "GET",
      path: ["callback", "google"],
      query: queryOf(request),
      cookies: cookiesOf(visit),
    },
    authOptions({
      journey,
      google: await googleDiscovery(google.issuer),
      secret: await secretOfRoundTrip(visit.cookie("state")),
    }),
  );
  // an account that was removed in this instant is none to sign in to
  if (journey.fault && !(journey.fault instanceof AccountChanged)) throw journey.fault;
  if (journey.intent) {
    const { intentOutcome: outcome } = journey;
    // what Google did not say leaves all as it was: anybody can send a person here, and the way would be another one
    if (!outcome) return intentAnswer("refused");
    return { ...intentAnswer(outcome), cookies: over() };
  }
  if (journey.entered) return welcome(visit, journey, ran);
  return refused(journey, request, visit);
}

/** The way to Google is over, whatever it was for: its end is not taken for the end of another one. */
function over(): string[] {
  return [...ROUND_TRIP, "intent" as const].map(clearCookie);
}

async function refused(journey: Journey, request: NextRequest, visit: Visit): Promise<Answer> {
  const admission = journey.googleAdmission;
  if (admission && !admission.ok && admission.refusal === "verify-address")
    return deliveredAnswer(admission.delivered, "registration", admission.address, visit);
  const denied = request.nextUrl.searchParams.get("error") === "access_denied";
  const notLinked = admission && !admission.ok && admission.refusal === "not-linked";
  const error = notLinked ? "OAuthAccountNotLinked" : denied ? "AccessDenied" : "OAuthCallback";
  return { ok: false, status: 401, error, url: `/login?error=${error}` };
}

function queryOf(request: NextRequest): Record<string, string> {
  const { searchParams } = request.nextUrl;
  const given = PARAMETERS.flatMap((name) => {
    const values = searchParams.getAll(name);
    return values.length === 1 ? [[name, values[0] ?? ""] as const] : [];
  });
  return Object.fromEntries(given);
}

/** next-auth sees the cookies of this round trip alone, never a session that it could link to. */
function cookiesOf(visit: Visit): Record<string, string> {
  return Object.fromEntries(
    ROUND_TRIP.flatMap((kind) => {
      const value = visit.cookie(kind);
      return value ? [[cookieName(kind), value] as const] : [];
    }),
  );
}
