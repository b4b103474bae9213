import { db } from "../database/client";
import { limits } from "../limits";
import type { Requester } from "../requester";
import { sha256 } from "../secret";
import type { Person } from "../session/current";
import { consumeToken } from "../token/consume";
import { mintToken } from "../token/one-time";
import { peekToken } from "../token/peek";
import type { GoogleProfile } from "./authority";
import { linkGoogleTo } from "./methods";

/** What a signed-in person goes to Google for, instead of signing in. */
export type Intent = { token: string; owner: Person };
/** `refused`: it was fulfilled before. */
export type IntentOutcome = "linked" | "second" | "taken" | "unproved" | "refused";

const KIND = "google-link";

/**
 * Begins a way through Google: a token that works once, for ten minutes, in this session alone.
 * @param session the token of the session that asks
 */
export async function beginIntent(
  owner: Person,
  session: string,
  requester: Requester,
): Promise<string> {
  const { address } = owner;
  const life = limits.proofLife;
  const minted = await mintToken({ purpose: KIND, address, life, browser: session, requester });
  return minted.token;
}

/**
 * Looks at a way that was begun; null when there is none that works, or when it is another session's. It is used only
 * once Google has said who it is: a link of another site that leads to our end of the way would otherwise spend it.
 */
export async function peekIntent(
  token: string,
  owner: Person | null,
  session: string | undefined,
): Promise<Intent | null> {
  if (!owner || !session) return null;
  const row = await db().oneTimeToken.findUnique({
    where: { tokenHash: sha256(token) },
    select: { browserHash: true },
  });
  if (row?.browserHash !== sha256(session)) return null;
  const { state } = await peekToken(token, KIND);
  return state === "valid" ? { token, owner } : null;
}

/** Does what the person went to Google for, once. */
export async function fulfil(
  { token, owner }: Intent,
  google: GoogleProfile,
  requester: Requester,
): Promise<IntentOutcome> {
  if (!(await consumeToken(token, KIND)).ok) return "refused";
  return linkGoogleTo(owner, google, requester);
}
