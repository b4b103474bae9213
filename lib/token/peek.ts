import { isToken, sha256 } from "../crypto";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import type { TokenPurpose } from "./one-time";

export type TokenState = "valid" | "used" | "ended" | "expired" | "unknown";

/** What a token's row tells a page; nothing changes by looking. */
export type PeekedToken =
  | { state: "unknown"; address: null }
  | {
      state: Exclude<TokenState, "unknown">;
      address: Email;
      browserHash: string | null;
      name: string | null;
      callbackUrl: string | null;
      device: string;
      place: string | null;
      createdAt: Date;
    };

/** Looks at a token without using it. */
export async function peekToken(
  token: unknown,
  purpose: TokenPurpose,
  database: Database = db(),
): Promise<PeekedToken> {
  if (!isToken(token)) return { state: "unknown", address: null };
  const [row] = await database.$queryRaw<Exclude<PeekedToken, { state: "unknown" }>[]>`
    select case when "usedAt" is not null then 'used' when "endedAt" is not null then 'ended'
        when expires <= clock_timestamp() then 'expired' else 'valid' end as state,
      address, "browserHash", name, "callbackUrl", device, place, "createdAt"
    from "OneTimeToken" where "tokenHash" = ${sha256(token)} and purpose = ${purpose}`;
  return row ?? { state: "unknown", address: null };
}

/** Which of the two purposes a sign-in link has: the mail's own, or the one that its code was changed for. */
export async function linkPurpose(token: unknown): Promise<"magic-link" | "proved-address"> {
  const { state } = await peekToken(token, "proved-address");
  return state === "unknown" ? "magic-link" : "proved-address";
}
