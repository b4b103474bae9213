import { isAway } from "../database/fault";
import { GoogleAway } from "../google/discovery";
import { HashQueueFull } from "../password/queue";
import { type SignInOutcome, signInEnded, type WayIn } from "../telemetry/counters";
import { type CookieKind, cookieName } from "./cookies";
import type { Reply } from "./reply";

const OUTCOMES: Record<string, SignInOutcome> = {
  CredentialsSignin: "wrong",
  CodeWrong: "wrong",
  CodeEnded: "dead-link",
  LinkUsed: "dead-link",
  LinkEnded: "dead-link",
  LinkExpired: "dead-link",
  LinkUnknown: "dead-link",
  PasskeyUnknown: "wrong",
  PasskeyRefused: "wrong",
  WrongField: "invalid",
  SecondStepWrong: "wrong",
  SecondStepEnded: "wrong",
  Throttled: "throttled",
  EmailSignin: "mail-refused",
  AccessDenied: "denied",
  OAuthAccountNotLinked: "not-linked",
};

export async function countingSignIn(method: WayIn, verb: () => Promise<Reply>): Promise<Reply> {
  try {
    const reply = await verb();
    signInEnded(method, outcomeOf(reply));
    return reply;
  } catch (fault) {
    signInEnded(method, outcomeOfFault(fault));
    throw fault;
  }
}

function outcomeOfFault(fault: unknown): SignInOutcome {
  if (fault instanceof HashQueueFull) return "busy";
  return isAway(fault) || fault instanceof GoogleAway ? "away" : "fault";
}

function outcomeOf(reply: Reply): SignInOutcome {
  if (!reply.ok) return OUTCOMES[reply.error] ?? "refused";
  const sets = (kind: CookieKind) =>
    reply.cookies?.some((line) => line.startsWith(`${cookieName(kind)}=`)) ?? false;
  if (sets("session")) return "entered";
  return sets("pending") ? "second-step-due" : "registering";
}
