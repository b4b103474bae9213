import type { NextRequest } from "next/server";
import { settings } from "../../config/settings";
import { GoogleAway, googleDiscovery } from "../../google/discovery";
import { safeCallbackUrl } from "../../http/callback-url";
import { browserOf, contextOf, type RequestContext } from "../../http/context";
import { countingSignIn } from "../../http/count-sign-in";
import { newCsrf, plantCsrf } from "../../http/csrf";
import { afterReply, faultReply } from "../../http/endpoint";
import { isProgram, type Reply, respond } from "../../http/reply";
import { deliveredReply } from "../../http/sent-mail";
import { withQuery } from "../../routes";
import { type SignedInUser, userOfSession } from "../../session/current";
import { UserChanged } from "../../session/start";
import { journeyOf, signedInByAuth } from "../actions";
import type { Journey } from "../journey";
import { authOptions } from "../options";
import { runNextAuth } from "../run-next-auth";
import { linkingReply } from "./link";
import { checksOf, endRoundTrip, type OpenTrip, roundTripOf } from "./round-trip";

const ACCOUNT = "/cuenta";
/** What Google may send back (RFC 6749 §4.1.2, RFC 9207). */
const PARAMETERS = ["code", "state", "error", "iss", "scope", "authuser", "prompt", "hd"] as const;

type Query = Partial<Record<(typeof PARAMETERS)[number], string>>;
/** One return: what Google says, and the way that it is the end of. */
type Return = {
  context: RequestContext;
  query: Query;
  state: string;
  trip: OpenTrip;
  journey: Journey;
};

/** GET callback/google: where Google leads back to. The only GET that signs in: its way's cookie is the proof. */
export async function returnFromGoogle(request: NextRequest): Promise<Response> {
  const program = isProgram(request.headers);
  afterReply();
  try {
    const context = contextOf(request, { values: new Map(), wrong: [] });
    return await respond(withProbe(await answerTo(context, queryOf(request)), context), program);
  } catch (fault) {
    return respond(faultReply(fault, "/login"), program);
  }
}

/** Without any cookie the way failed for that: `/login` looks whether this one comes back, and says so if it does not. */
function withProbe(reply: Reply, context: RequestContext): Reply {
  if (context.sendsCookies) return reply;
  return { ...reply, cookies: [...(reply.cookies ?? []), plantCsrf(newCsrf().cookie)] };
}

async function answerTo(context: RequestContext, query: Query): Promise<Reply> {
  if (!settings().google) return { ok: false, status: 404, error: "NotFound" };
  const { state } = query;
  const trip = await roundTripOf(context, state);
  if (!state || !trip) return lost(context, query);
  if ("ledTo" in trip) return lost(context, query, trip.ledTo);
  const journey = journeyOf(context, "google", browserOf(context).browser);
  const back = { context, query, state, trip, journey };
  const reply = trip.linksTo === null ? await signIn(back) : await link(back, trip.linksTo);
  // a way that has led nowhere stays open: the same return may do better, unless its code is spent
  if (!reply.ok && !journey.linking) return reply;
  const ended = await endRoundTrip(state, trip, reply.url ?? ACCOUNT);
  return { ...reply, cookies: [...(reply.cookies ?? []), ended] };
}

/**
 * A return that this browser is not waiting for: it came before, or too late, or is another's. Anybody can lead a person
 * here, so nothing happens; who is signed in goes on.
 * @param ledTo where it led when it came before
 */
async function lost(context: RequestContext, query: Query, ledTo = ACCOUNT): Promise<Reply> {
  const inside = safeCallbackUrl(ledTo, settings().origin);
  if (await whoIsIn(context)) return { ok: true, url: inside ?? ACCOUNT };
  if (inside === null) return { ok: true, url: ledTo };
  return countingSignIn("google", async () => failed(query));
}

async function signIn(back: Return): Promise<Reply> {
  const { context, query, trip, journey } = back;
  journey.callbackUrl = trip.callbackUrl;
  const reply = await countingSignIn("google", async () => {
    await run(back);
    if (journey.entered) return signedInByAuth(context, journey);
    return (await notAdmitted(journey, context)) ?? failed(query);
  });
  // cancelled in one tab, or ended by another: whoever is in by now has nothing to be told
  const isNothing = isCancelled(query) || journey.codeSpent;
  if (!reply.ok && isNothing && (await whoIsIn(context)))
    return { ok: true, url: trip.callbackUrl ?? ACCOUNT };
  return reply;
}

async function link(back: Return, linksTo: string): Promise<Reply> {
  const { context, query, journey } = back;
  const owner = await whoIsIn(context);
  if (!owner) return linkingReply("signed-out");
  if (owner.id !== linksTo) return linkingReply("other-person");
  journey.linksTo = owner;
  try {
    await run(back);
  } catch (fault) {
    if (fault instanceof GoogleAway) return linkingReply("away");
    throw fault;
  }
  if (journey.linking) return linkingReply(journey.linking);
  if (isCancelled(query)) return linkingReply("cancelled");
  return linkingReply(journey.codeSpent ? "known" : "failed");
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
  if (journey.fault && !(journey.fault instanceof UserChanged)) throw journey.fault;
}

async function notAdmitted(journey: Journey, context: RequestContext): Promise<Reply | null> {
  const admission = journey.googleAdmission;
  if (!admission || admission.ok) return null;
  if (admission.refusal === "verify-address")
    return deliveredReply(admission.delivered, "registration", admission.address, context);
  return admission.refusal === "not-linked" ? refused("OAuthAccountNotLinked") : null;
}

function failed(query: Query): Reply {
  return refused(isCancelled(query) ? "AccessDenied" : "OAuthCallback");
}

function refused(error: string): Reply {
  return { ok: false, status: 401, error, url: withQuery("/login", { error }) };
}

const isCancelled = (query: Query) => query.error === "access_denied";

function whoIsIn(context: RequestContext): Promise<SignedInUser | null> {
  return userOfSession(context.cookie("session"));
}

function queryOf(request: NextRequest): Query {
  const { searchParams } = request.nextUrl;
  const given = PARAMETERS.flatMap((name) => {
    const values = searchParams.getAll(name);
    return values.length === 1 ? [[name, values[0] ?? ""] as const] : [];
  });
  return Object.fromEntries(given);
}
