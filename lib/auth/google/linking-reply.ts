import { limits } from "../../config/limits";
import type { GoogleLinking } from "../../google/link";
import { otherUser, reauthenticationRequired } from "../../http/for-user";
import type { Reply } from "../../http/reply";
import { messages } from "../../messages/messages";
import { detour } from "../../routes";

const ACCOUNT = "/cuenta";
const BUTTON = "/cuenta#google";
const REFUSED = { ok: false, status: 401, error: "OAuthCallback", url: ACCOUNT } as const;
const AWAY = { status: 503, error: "OAuthSignin", retryAfter: limits.awayRetrySeconds } as const;

/** "known": this return or another tab was here before. "other-person": another user is signed in by now. */
export function linkingReply(
  outcome:
    | GoogleLinking
    | "known"
    | "cancelled"
    | "away"
    | "failed"
    | "signed-out"
    | "other-person",
): Reply {
  switch (outcome) {
    case "linked":
      return { ok: true, url: ACCOUNT, notice: messages().replies.googleLinked };
    case "known":
      return { ok: true, url: ACCOUNT };
    case "second":
      return { ...REFUSED, notice: messages().replies.googleSecond };
    case "taken":
      return { ...REFUSED, notice: messages().replies.googleTaken };
    case "not-reauthenticated":
      return { ...reauthenticationRequired(BUTTON), notice: messages().replies.googleLate };
    case "cancelled":
      return { ...REFUSED, error: "AccessDenied", notice: messages().replies.googleCancelled };
    case "away":
      return { ...REFUSED, ...AWAY, notice: messages().replies.googleAway };
    case "failed":
      return { ...REFUSED, notice: messages().replies.googleAway };
    case "other-person":
      return { ...otherUser(), notice: messages().replies.googleOtherPerson };
    case "signed-out": {
      const error = "SessionRequired";
      return { ok: false, status: 401, error, url: detour("/login", BUTTON, error) };
    }
  }
}
