import type { NextRequest } from "next/server";
import { settings } from "../../config/settings";
import { admitByGoogle, type GoogleAdmission } from "../../google/admit";
import { GoogleAway, googleDiscovery } from "../../google/discovery";
import { type GoogleLinking, linkGoogleTo } from "../../google/link";
import { afterReply } from "../../http/after-reply";
import { safeCallbackUrl } from "../../http/callback-url";
import { browserOf, contextOf, type RequestContext } from "../../http/context";
import { countingSignIn } from "../../http/count-sign-in";
import { newCsrf, plantCsrf } from "../../http/csrf";
import { faultReply } from "../../http/endpoint";
import { signedInUser } from "../../http/for-user";
import { isProgram, type Reply, respond } from "../../http/reply";
import { deliveredReply } from "../../http/sent-mail";
import { signedInReply } from "../../http/signed-in";
import { withQuery } from "../../routes";
import { UserChanged } from "../../session/start";
import type { Ran, RunAuth } from "../run";
import { linkingReply } from "./linking-reply";
import { checksOf, endRoundTrip, type OpenTrip, roundTripOf } from "./round-trip";

const ACCOUNT = "/cuenta";
/** What Google may send back (RFC 6749 §4.1.2, RFC 9207). */
const PARAMETERS = ["code", "state", "error", "iss", "scope", "authuser", "prompt", "hd"] as const;

type Query = Partial<Record<(typeof PARAMETERS)[number], string>>;
type Return = {
  context: RequestContext;
  query: Query;
  state: string;
  trip: OpenTrip;
  run: RunAuth;
};
/** `isOver` ends the round trip; one that led nowhere may be retried, unless its code is spent. */
type Ended = { reply: Reply; isOver: boolean };

/** GET callback/google: the only GET that signs in; the round trip's cookie authorizes it. */
export async function returnFromGoogle(request: NextRequest, run: RunAuth): Promise<Response> {
  const program = isProgram(request.headers);
  afterReply();
  try {
    const context = contextOf(request, { values: new Map(), wrong: [] });
    const reply = await replyTo(context, queryOf(request), run);
    const session = context.cookie("session");
    return await respond(withProbe(reply, context), program, { session });
  } catch (fault) {
    return respond(faultReply(fault, "/login"), program);
  }
}

/** Without any cookie: `/login` checks whether this one comes back, and says so if it does not. */
function withProbe(reply: Reply, context: RequestContext): Reply {
  if (context.sendsCookies) return reply;
  return { ...reply, cookies: [...(reply.cookies ?? []), plantCsrf(newCsrf().cookie)] };
}

async function replyTo(context: RequestContext, query: Query, run: RunAuth): Promise<Reply> {
  if (!settings().google) return { ok: false, status: 404, error: "NotFound" };
  const { state } = query;
  const trip = await roundTripOf(context, state);
  if (!state || !trip) return lost(context, query);
  if ("ledTo" in trip) return lost(context, query, trip.ledTo);
  const back = { context, query, state, trip, run };
  const { reply, isOver } =
    trip.linksTo === null ? await signIn(back) : await link(back, trip.linksTo);
  if (!isOver) return reply;
  const ended = await endRoundTrip(state, trip, reply.url ?? ACCOUNT);
  return { ...reply, cookies: [...(reply.cookies ?? []), ended] };
}

/** A repeated, late or forged return changes nothing. @param ledTo where it led when it came before */
async function lost(context: RequestContext, query: Query, ledTo = ACCOUNT): Promise<Reply> {
  const inside = safeCallbackUrl(ledTo, settings().origin);
  if (await signedInUser(context)) return { ok: true, url: inside ?? ACCOUNT };
  if (inside === null) return { ok: true, url: ledTo };
  return countingSignIn("google", async () => failed(query));
}

type SignIn = GoogleAdmission | { ok: false; refusal: "no-address" | "code-spent" };

async function signIn(back: Return): Promise<Ended> {
  const { context, query, trip } = back;
  const { callbackUrl } = trip;
  const signIn = { client: context.client, browser: browserOf(context).browser, callbackUrl };
  let isSpent = false;
  const reply = await countingSignIn("google", async () => {
    const { outcome, session } = await runGoogle<SignIn>(back, (settle) => ({
      admit: async (profile) => {
        if (!profile) return null;
        const admission = await admitByGoogle(profile, signIn);
        settle(admission);
        return admission.ok ? admission.user : null;
      },
      codeSpent: () => settle({ ok: false, refusal: "code-spent" }),
    }));
    if (session) return signedInReply(context, session, callbackUrl ?? ACCOUNT);
    isSpent = outcome?.ok === false && outcome.refusal === "code-spent";
    return notAdmitted(outcome, back);
  });
  // cancelled in one tab, or ended by another: a user who is signed in by now needs no error
  if (!reply.ok && (isSpent || isCancelled(query)) && (await signedInUser(context)))
    return { reply: { ok: true, url: callbackUrl ?? ACCOUNT }, isOver: true };
  return { reply, isOver: reply.ok };
}

async function notAdmitted(outcome: SignIn | null, { context, query }: Return): Promise<Reply> {
  if (!outcome || outcome.ok) return failed(query);
  switch (outcome.refusal) {
    case "verify-address":
      return deliveredReply(outcome.delivered, "registration", outcome.address, context);
    case "not-linked":
      return refused("OAuthAccountNotLinked");
    case "no-address":
    case "code-spent":
      return failed(query);
  }
}

async function link(back: Return, linksTo: string): Promise<Ended> {
  const { context, query } = back;
  const owner = await signedInUser(context);
  const nowhere = (outcome: Parameters<typeof linkingReply>[0]): Ended => {
    const reply = linkingReply(outcome);
    return { reply, isOver: reply.ok };
  };
  if (!owner) return nowhere("signed-out");
  if (owner.id !== linksTo) return nowhere("other-person");
  try {
    const { outcome } = await runGoogle<GoogleLinking | "known">(back, (settle) => ({
      admit: async (profile) => {
        if (profile) settle(await linkGoogleTo(owner, profile, context.client));
        // next-auth stops here: the current session stays
        return null;
      },
      codeSpent: () => settle("known"),
    }));
    if (outcome && outcome !== "known") return { reply: linkingReply(outcome), isOver: true };
    return nowhere(isCancelled(query) ? "cancelled" : (outcome ?? "failed"));
  } catch (fault) {
    if (fault instanceof GoogleAway) return nowhere("away");
    throw fault;
  }
}

/** next-auth checks what Google says, without a session that it could link to. */
async function runGoogle<Outcome>(
  { context, query, state, trip, run }: Return,
  stepsOf: Parameters<typeof run<Outcome>>[2],
): Promise<Pick<Ran<Outcome>, "outcome" | "session">> {
  const { google } = settings();
  const asked = {
    method: "GET",
    path: ["callback", "google"],
    query,
    cookies: await checksOf(state, trip),
    by: "google",
    google: google && (await googleDiscovery(google.issuer)),
  } as const;
  try {
    return await run<Outcome>(context, asked, stepsOf);
  } catch (fault) {
    // the user was removed in this instant
    if (fault instanceof UserChanged) return { outcome: null, session: null };
    throw fault;
  }
}

function failed(query: Query): Reply {
  return refused(isCancelled(query) ? "AccessDenied" : "OAuthCallback");
}

function refused(error: string): Reply {
  return { ok: false, status: 401, error, url: withQuery("/login", { error }) };
}

const isCancelled = (query: Query) => query.error === "access_denied";

function queryOf(request: NextRequest): Query {
  const { searchParams } = request.nextUrl;
  const given = PARAMETERS.flatMap((name) => {
    const values = searchParams.getAll(name);
    return values.length === 1 ? [[name, values[0] ?? ""] as const] : [];
  });
  return Object.fromEntries(given);
}
