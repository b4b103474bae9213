import { isAway } from "../database/fault";
import { GoogleAway } from "../google/discovery";
import { HashQueueFull } from "../password/queue";
import { type SignInOutcome, signInEnded, type WayIn } from "../telemetry/tell";
import { cookieName } from "./cookies";
import type { Answer } from "./reply";

const OUTCOMES: Record<string, SignInOutcome> = {
  CredentialsSignin: "wrong",
  CodeWrong: "wrong",
  CodeEnded: "dead-link",
  LinkUsed: "dead-link",
  LinkEnded: "dead-link",
  LinkExpired: "dead-link",
  LinkUnknown: "dead-link",
  WrongField: "invalid",
  Throttled: "throttled",
  EmailSignin: "mail-refused",
  AccessDenied: "denied",
  OAuthAccountNotLinked: "not-linked",
};

/** Lets a door answer somebody who wants in, and counts how it ended. */
export async function countingSignIn(method: WayIn, verb: () => Promise<Answer>): Promise<Answer> {
  try {
    const answer = await verb();
    signInEnded(method, outcomeOf(answer));
    return answer;
  } catch (fault) {
    signInEnded(method, outcomeOfFault(fault));
    throw fault;
  }
}

function outcomeOfFault(fault: unknown): SignInOutcome {
  if (fault instanceof HashQueueFull) return "busy";
  return isAway(fault) || fault instanceof GoogleAway ? "away" : "fault";
}

function outcomeOf(answer: Answer): SignInOutcome {
  if (!answer.ok) return OUTCOMES[answer.error] ?? "refused";
  const session = `${cookieName("session")}=`;
  return answer.cookies?.some((line) => line.startsWith(session)) ? "entered" : "registering";
}
