import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { sha256 } from "../secrets";
import type { Prepared, TokenPurpose } from "./one-time";
import { peekToken, type TokenState } from "./peek";

export type Consumed = Prepared & {
  address: Email;
  browserHash: string | null;
  callbackUrl: string | null;
};
export type Consumption =
  | { ok: true; token: Consumed }
  | { ok: false; state: Exclude<TokenState, "valid">; address: Email | null };

/** Of fifty at once one wins; all other live tokens of the address and purpose end, unless `alone` (registration). */
export async function consumeToken(
  token: string,
  purpose: TokenPurpose,
  { alone = false, database = db() }: { alone?: boolean; database?: Database } = {},
): Promise<Consumption> {
  const won = await consumeHash(sha256(token), purpose, alone, database);
  if (won) return { ok: true, token: won };
  const { state, address } = await peekToken(token, purpose, database);
  return { ok: false, state: state === "valid" ? "used" : state, address };
}

export async function consumeHash(
  tokenHash: string,
  purpose: TokenPurpose,
  alone = false,
  database: Database = db(),
): Promise<Consumed | null> {
  // All live tokens of the address are locked first, in one order: two links used at once would deadlock otherwise.
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
