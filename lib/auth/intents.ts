import { setCookie } from "../cookies";
import type { Answer } from "../door/answer";
import { forProvedOwner, proofRequired } from "../door/owner";
import { beginIntent, type IntentOutcome } from "../google/intent";
import { words } from "../words";
import { GOOGLE_ROUND_TRIP, startGoogle } from "./actions";

const ACCOUNT = "/cuenta";
const REFUSED = { ok: false, status: 401, error: "OAuthCallback", url: ACCOUNT } as const;

/** POST /cuenta/metodos/google/vincular: to Google, to come back with a way in. */
export const linkGoogle = forProvedOwner(ACCOUNT, async (visit, person) => {
  const session = visit.cookie("session") ?? "";
  const token = await beginIntent(person, session, visit.requester);
  const answer = await startGoogle(visit);
  if (!answer.ok) return intentAnswer("refused");
  const cookies = [...(answer.cookies ?? []), setCookie("intent", token, GOOGLE_ROUND_TRIP)];
  return { ...answer, cookies };
});

/** Where a person is led who comes back from Google with an intent. */
export function intentAnswer(outcome: IntentOutcome): Answer {
  switch (outcome) {
    case "linked":
      return { ok: true, url: ACCOUNT, notice: words.googleLinked };
    case "second":
      return { ...REFUSED, notice: words.googleSecond };
    case "taken":
      return { ...REFUSED, notice: words.googleTaken };
    case "unproved":
      return proofRequired(ACCOUNT);
    case "refused":
      return { ...REFUSED, notice: words.googleAway };
  }
}
