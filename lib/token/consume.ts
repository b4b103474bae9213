import { sha256 } from "../crypto";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import type { Prepared, TokenPurpose } from "./one-time";
import { peekToken, type TokenState } from "./peek";

/** What a used token says. */
export type Consumed = Prepared & {
  address: Email;
  browserHash: string | null;
  callbackUrl: string | null;
};
export type Consumption =
  | { ok: true; token: Consumed }
  | { ok: false; state: Exclude<TokenState, "valid">; address: Email | null };

/**
 * Uses a token, once: of fifty at once one wins. With it end all other live tokens of the address and purpose, unless
 * `alone`: a registration ends no other one.
 * @param options.database the transaction of what the token is used for: both happen, or neither
 */
export async function consumeToken(
  token: string,
  purpose: TokenPurpose,
  { alone = false, database = db() }: { alone?: boolean; database?: Database } = {},
): Promise<Consumption> {
  const won = await consumeHash(sha256(token), purpose, alone, database);
  if (won) return { ok: true, token: won };
  const { state, address } = await peekToken(token, purpose, database);
  // a valid one that was not won was won by another in between
  return { ok: false, state: state === "valid" ? "used" : state, address };
}

/** The same by the stored hash, for a code that was found right. */
export async function consumeHash(
  tokenHash: string,
  purpose: TokenPurpose,
  alone = false,
  database: Database = db(),
): Promise<Consumed | null> {
  // All live tokens of the address are locked first, in one order: two different links of one address, used at the
  // same instant, would otherwise wait for each other.
  const [won] = await database.$queryRaw<Consumed[]>`
    with live as materialized (
      select id, "tokenHash" from "OneTimeToken"
      where purpose = ${purpose} and "usedAt" is null and "endedAt" is null and expires > clock_timestamp()
        and address = (select address from "OneTimeToken" where "tokenHash" = ${tokenHash} and purpose = ${purpose})
        and (not ${alone}::boolean or "tokenHash" = ${tokenHash})
      order by id for update),
    won as (
      update "OneTimeToken" t set "usedAt" = clock_timestamp() from live
      where t.id = live.id and live."tokenHash" = ${tokenHash} returning t.*),
    ended as (
      update "OneTimeToken" t set "endedAt" = clock_timestamp() from live
      where t.id = live.id and live."tokenHash" <> ${tokenHash} and exists (select from won))
    select address, "browserHash", "callbackUrl", name, "passwordHash", "passwordScheme", "googleSub" from won`;
  return won ?? null;
}

/** Ends every live token of an address and purpose. */
export async function endTokens(
  address: Email,
  purpose: TokenPurpose,
  database: Database = db(),
): Promise<void> {
  await database.$executeRaw`
    update "OneTimeToken" t set "endedAt" = clock_timestamp() from (
      select id from "OneTimeToken" where address = ${address} and purpose = ${purpose}
        and "usedAt" is null and "endedAt" is null order by id for update) as live
    where t.id = live.id`;
}
