import type { NextRequest } from "next/server";
import { settings } from "../../config/settings";
import { GoogleAway, googleDiscovery } from "../../google/discovery";
import { safeCallbackUrl } from "../../http/callback-url";
import { browserOf, type Visit, visitOf } from "../../http/context";
import { countingSignIn } from "../../http/count-sign-in";
import { newCsrf, plantCsrf } from "../../http/csrf";
import { afterwards, faultAnswer } from "../../http/endpoint";
import { type Answer, isProgram, respond } from "../../http/reply";
import { deliveredAnswer } from "../../http/sent-mail";
import { type Person, personOfSession } from "../../session/current";
import { AccountChanged } from "../../session/start";
import { journeyOf, welcome } from "../actions";
import type { Journey } from "../journey";
import { authOptions } from "../options";
import { runNextAuth } from "../run-next-auth";
import { linkingAnswer } from "./link";
import { checksOf, endRoundTrip, type OpenTrip, roundTripOf } from "./round-trip";

const ACCOUNT = "/cuenta";
/** What Google may send back (RFC 6749 §4.1.2, RFC 9207). */
const PARAMETERS = ["code", "state", "error", "iss", "scope", "authuser", "prompt", "hd"] as const;

type Query = Partial<Record<(typeof PARAMETERS)[number], string>>;
/** One return: what Google says, and the way that it is the end of. */
type Return = { visit: Visit; query: Query; state: string; trip: OpenTrip; journey: Journey };

/** GET callback/google: where Google leads back to. The only GET that signs in: its way's cookie is the proof. */
export async function returnFromGoogle(request: NextRequest): Promise<Response> {
  const program = isProgram(request.headers);
  afterwards();
  try {
    const visit = visitOf(request, { values: new Map(), wrong: [] });
    return await respond(withProbe(await answerTo(visit, queryOf(request)), visit), program);
  } catch (fault) {
    return respond(faultAnswer(fault, "/login"), program);
  }
}

/** Without any cookie the way failed for that: `/login` looks whether this one comes back, and says so if it does not. */
function withProbe(answer: Answer, visit: Visit): Answer {
  if (visit.sendsCookies) return answer;
  return { ...answer, cookies: [...(answer.cookies ?? []), plantCsrf(newCsrf().cookie)] };
}

async function answerTo(visit: Visit, query: Query): Promise<Answer> {
  if (!settings().google) return { ok: false, status: 404, error: "NotFound" };
  const { state } = query;
  const trip = await roundTripOf(visit, state);
  if (!state || !trip) return lost(visit, query);
  if ("ledTo" in trip) return lost(visit, query, trip.ledTo);
  const journey = journeyOf(visit, "google", browserOf(visit).browser);
  const back = { visit, query, state, trip, journey };
  const answer = trip.linksTo === null ? await signIn(back) : await link(back, trip.linksTo);
  // a way that has led nowhere stays open: the same return may do better, unless its code is spent
  if (!answer.ok && !journey.linking) return answer;
  const ended = await endRoundTrip(state, trip, answer.url ?? ACCOUNT);
  return { ...answer, cookies: [...(answer.cookies ?? []), ended] };
}

/**
 * A return that this browser is not waiting for: it came before, or too late, or is another's. Anybody can lead a person
 * here, so nothing happens; who is signed in goes on.
 * @param ledTo where it led when it came before
 */
async function lost(visit: Visit, query: Query, ledTo = ACCOUNT): Promise<Answer> {
  const inside = safeCallbackUrl(ledTo, settings().origin);
  if (await whoIsIn(visit)) return { ok: true, url: inside ?? ACCOUNT };
  if (inside === null) return { ok: true, url: ledTo };
  return countingSignIn("google", async () => failed(query));
}

async function signIn(back: Return): Promise<Answer> {
  const { visit, query, trip, journey } = back;
  journey.callbackUrl = trip.callbackUrl;
  const answer = await countingSignIn("google", async () => {
    await run(back);
    if (journey.entered) return welcome(visit, journey);
    return (await notAdmitted(journey, visit)) ?? failed(query);
  });
  // cancelled in one tab, or ended by another: whoever is in by now has nothing to be told
  const isNothing = isCancelled(query) || journey.codeSpent;
  if (!answer.ok && isNothing && (await whoIsIn(visit)))
    return { ok: true, url: trip.callbackUrl ?? ACCOUNT };
  return answer;
}

async function link(back: Return, linksTo: string): Promise<Answer> {
  const { visit, query, journey } = back;
  const owner = await whoIsIn(visit);
  if (!owner) return linkingAnswer("signed-out");
  if (owner.id !== linksTo) return linkingAnswer("other-person");
  journey.linksTo = owner;
  try {
    await run(back);
  } catch (fault) {
    if (fault instanceof GoogleAway) return linkingAnswer("away");
    throw fault;
  }
  if (journey.linking) return linkingAnswer(journey.linking);
  if (isCancelled(query)) return linkingAnswer("cancelled");
  return linkingAnswer(journey.codeSpent ? "known" : "failed");
}

/** Lets next-auth check what Google says; it never sees a session that it could link to. */
async function run({ query, state, trip, journey }: Return): Promise<void> {
  const { google } = settings();
  const cookies = await checksOf(state, trip);
  await runNextAuth(
    { method: "GET", path: ["callback", "google"], query, cookies },
    authOptions({ journey, google: google && (await googleDiscovery(google.issuer)) }),
  );
  // an account that was removed in this instant is none to sign in to
  if (journey.fault && !(journey.fault instanceof AccountChanged)) throw journey.fault;
}

async function notAdmitted(journey: Journey, visit: Visit): Promise<Answer | null> {
  const admission = journey.googleAdmission;
  if (!admission || admission.ok) return null;
  if (admission.refusal === "verify-address")
    return deliveredAnswer(admission.delivered, "registration", admission.address, visit);
  return admission.refusal === "not-linked" ? refused("OAuthAccountNotLinked") : null;
}

function failed(query: Query): Answer {
  return refused(isCancelled(query) ? "AccessDenied" : "OAuthCallback");
}

function refused(error: string): Answer {
  return { ok: false, status: 401, error, url: `/login?error=${error}` };
}

const isCancelled = (query: Query) => query.error === "access_denied";

function whoIsIn(visit: Visit): Promise<Person | null> {
  return personOfSession(visit.cookie("session"));
}

function queryOf(request: NextRequest): Query {
  const { searchParams } = request.nextUrl;
  const given = PARAMETERS.flatMap((name) => {
    const values = searchParams.getAll(name);
    return values.length === 1 ? [[name, values[0] ?? ""] as const] : [];
  });
  return Object.fromEntries(given);
}
