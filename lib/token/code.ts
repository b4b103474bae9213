import type { Address } from "../address";
import { db } from "../database/client";
import { limits } from "../limits";
import { sha256 } from "../secret";
import { type Consumed, consumeHash } from "./consume";
import { codeHash } from "./one-time";

export type CodeUse =
  | { ok: true; token: Consumed }
  | { ok: false; refusal: "wrong"; triesLeft: number; addresses: Address[] }
  | { ok: false; refusal: "ended" };

type Tried = { tokenHash: string; codeHash: string; address: Address; triesLeft: number };

/**
 * Uses the code of a magic link, in the browser that asked alone. The try is counted before it is compared, so that
 * no more than five are compared also when fifty come at once. With two live requests of this browser it is compared
 * with each.
 * @param browser the cookie of the browser that asks
 */
export async function consumeCode(browser: string, digits: string): Promise<CodeUse> {
  const tried = await countTries(browser);
  if (tried.length === 0) return { ok: false, refusal: "ended" };
  const right = tried.find((one) => one.codeHash === codeHash(browser, digits));
  if (!right) {
    const triesLeft = Math.max(...tried.map((one) => one.triesLeft));
    return { ok: false, refusal: "wrong", triesLeft, addresses: tried.map((one) => one.address) };
  }
  const won = await consumeHash(right.tokenHash, "magic-link");
  return won ? { ok: true, token: won } : { ok: false, refusal: "ended" };
}

function countTries(browser: string): Promise<Tried[]> {
  return db().$queryRaw<Tried[]>`
    with live as materialized (
      select t.id from "OneTimeToken" t left join "TryThrottle" tries using (address)
      where t."browserHash" = ${sha256(browser)} and t.purpose = 'magic-link' and t."usedAt" is null
        and t."endedAt" is null and t."codeExpires" > clock_timestamp() and t."codeTries" < ${limits.codeTries}::int
        and (tries."codesOffUntil" is null or tries."codesOffUntil" <= clock_timestamp())
      order by t.id for update of t)
    update "OneTimeToken" t set "codeTries" = t."codeTries" + 1 from live where t.id = live.id
    returning t."tokenHash", t."codeHash", t.address, ${limits.codeTries}::int - t."codeTries" as "triesLeft"`;
}
