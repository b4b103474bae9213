import { setCookie } from "../cookies";
import type { Answer } from "../door/answer";
import { confirmingPage, forOwner, forProvedOwner, proofRequired } from "../door/owner";
import type { Visit } from "../door/visit";
import { beginIntent, type IntentKind, type IntentOutcome } from "../google/intent";
import type { Person } from "../session/current";
import { words } from "../words";
import { GOOGLE_ROUND_TRIP, startGoogle } from "./actions";

const ACCOUNT = "/cuenta";

/** POST /cuenta/metodos/google/vincular: to Google, to come back with a way in. */
export const linkGoogle = forProvedOwner(ACCOUNT, (visit, person) =>
  begin("google-link", visit, person),
);

/** POST /cuenta/confirmar/google: to Google, to sign in there anew. */
export const confirmByGoogle = forOwner(ACCOUNT, (visit, person) =>
  begin("google-proof", visit, person, { prompt: "login", max_age: "0" }),
);

/** Where a person is led who comes back from Google with an intent. */
export function intentAnswer(
  kind: IntentKind,
  outcome: IntentOutcome,
  callbackUrl: string | null,
): Answer {
  const next = callbackUrl ?? ACCOUNT;
  const url = kind === "google-link" ? ACCOUNT : confirmingPage(next);
  switch (outcome) {
    case "linked":
      return { ok: true, url, notice: words.googleLinked };
    case "proved":
      return { ok: true, url: next };
    case "second":
      return { ...REFUSED, url, notice: words.googleSecond };
    case "taken":
      return { ...REFUSED, url, notice: words.googleTaken };
    case "unproved":
      return proofRequired(next);
    case "other":
      return { ...REFUSED, url, notice: words.googleOther };
    case "refused":
      return { ...REFUSED, url, notice: words.googleAway };
  }
}

const REFUSED = { ok: false, status: 401, error: "OAuthCallback" } as const;

async function begin(
  kind: IntentKind,
  visit: Visit,
  person: Person,
  params: Record<string, string> = {},
): Promise<Answer> {
  const session = visit.cookie("session") ?? "";
  const token = await beginIntent(kind, person, session, visit.requester);
  const answer = await startGoogle(visit, params);
  if (!answer.ok) return intentAnswer(kind, "refused", visit.callbackUrl);
  const cookies = [...(answer.cookies ?? []), setCookie("intent", token, GOOGLE_ROUND_TRIP)];
  return { ...answer, cookies };
}
