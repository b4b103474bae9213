import { accountOfGoogle } from "../account/find";
import { db } from "../database/client";
import { limits } from "../limits";
import type { Requester } from "../requester";
import { sha256 } from "../secret";
import type { Person } from "../session/current";
import { proveSession } from "../session/prove";
import { consumeToken } from "../token/consume";
import { mintToken } from "../token/one-time";
import { peekToken } from "../token/peek";
import type { GoogleProfile } from "./authority";
import { linkGoogleTo } from "./methods";

/** What a signed-in person goes to Google for, instead of signing in. */
export type IntentKind = "google-link" | "google-proof";
export type Intent = { kind: IntentKind; token: string; owner: Person; since: Date };
/** `refused`: it was fulfilled before. */
export type IntentOutcome =
  | "linked"
  | "second"
  | "taken"
  | "unproved"
  | "proved"
  | "other"
  | "refused";

/** seconds that the clocks of Google and of the database may be apart */
const SKEW = 60;

/**
 * Begins a way through Google: a token that works once, for ten minutes, in this session alone.
 * @param session the token of the session that asks
 */
export async function beginIntent(
  kind: IntentKind,
  owner: Person,
  session: string,
  requester: Requester,
): Promise<string> {
  const { address } = owner;
  const life = limits.proofLife;
  const minted = await mintToken({ purpose: kind, address, life, browser: session, requester });
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
    select: { purpose: true, browserHash: true, createdAt: true },
  });
  const kind = row?.purpose;
  if (!row || (kind !== "google-link" && kind !== "google-proof")) return null;
  if (row.browserHash !== sha256(session)) return null;
  const { state } = await peekToken(token, kind);
  return state === "valid" ? { kind, token, owner, since: row.createdAt } : null;
}

/**
 * Does what the person went to Google for, once. A proof needs the account that is linked, and a sign-in there since it was
 * asked for (`auth_time`, OpenID Connect Core §2).
 */
export async function fulfil(
  { kind, token, owner, since }: Intent,
  google: GoogleProfile,
  authTime: unknown,
  requester: Requester,
): Promise<IntentOutcome> {
  if (!(await consumeToken(token, kind)).ok) return "refused";
  if (kind === "google-link") return linkGoogleTo(owner, google, requester);
  const linked = await accountOfGoogle(google.sub);
  const fresh = typeof authTime === "number" && authTime >= since.getTime() / 1000 - SKEW;
  if (linked?.id !== owner.id || !fresh) return "other";
  await proveSession(owner.session.id);
  return "proved";
}
