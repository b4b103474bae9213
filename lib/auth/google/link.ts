import type { GoogleLinking } from "../../google/methods";
import { forProvedOwner, OTHER_PERSON, proofRequired } from "../../http/for-user";
import type { Answer } from "../../http/reply";
import { words } from "../../messages/words";
import { startGoogle } from "../actions";

const ACCOUNT = "/cuenta";
const REFUSED = { ok: false, status: 401, error: "OAuthCallback", url: ACCOUNT } as const;
const AWAY = { status: 503, error: "OAuthSignin", retryAfter: 5 } as const;

/** POST /cuenta/metodos/google/vincular: to Google, to come back with a way in. */
export const linkGoogle = forProvedOwner(ACCOUNT, async (visit, person) => {
  const answer = await startGoogle(visit, person.id);
  return answer.ok || answer.status === 404 ? answer : linkingAnswer("away");
});

/**
 * Where a person is led who comes back: "known" when this return, or another tab, was here before, "away" when Google does
 * not say where its doors are, "failed" when it gave no tokens, "other-person" when somebody else is signed in by now.
 */
export function linkingAnswer(
  outcome:
    | GoogleLinking
    | "known"
    | "cancelled"
    | "away"
    | "failed"
    | "signed-out"
    | "other-person",
): Answer {
  switch (outcome) {
    case "linked":
      return { ok: true, url: ACCOUNT, notice: words.googleLinked };
    case "known":
      return { ok: true, url: ACCOUNT };
    case "second":
      return { ...REFUSED, notice: words.googleSecond };
    case "taken":
      return { ...REFUSED, notice: words.googleTaken };
    case "unproved":
      return { ...proofRequired(ACCOUNT), notice: words.googleLate };
    case "cancelled":
      return { ...REFUSED, error: "AccessDenied", notice: words.googleCancelled };
    case "away":
      return { ...REFUSED, ...AWAY, notice: words.googleAway };
    case "failed":
      return { ...REFUSED, notice: words.googleAway };
    case "other-person":
      return { ...OTHER_PERSON, notice: words.googleOtherPerson };
    case "signed-out": {
      const error = "SessionRequired";
      return { ok: false, status: 401, error, url: `/login?callbackUrl=${ACCOUNT}&error=${error}` };
    }
  }
}
