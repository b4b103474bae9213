import type { Address } from "../address";
import { db } from "../database/client";
import { limits } from "../limits";
import { sha256 } from "../secret";
import { type Consumed, consumeHash } from "./consume";
import { codeHash } from "./one-time";

/** `wrong` are the addresses at whose codes it was a wrong guess: it may be right for one and wrong for another. */
export type CodeUse =
  | { ok: true; token: Consumed; wrong: Address[] }
  | { ok: false; refusal: "wrong"; triesLeft: number; wrong: Address[] }
  | { ok: false; refusal: "ended"; right?: Address; wrong: Address[] };

type Tried = { tokenHash: string; codeHash: string; address: Address; triesLeft: number };

/**
 * Uses the code of a magic link, in the browser that asked alone. The try is counted before it is compared, so that
 * no more than five are compared also when fifty come at once. With two live requests of this browser it is compared
 * with each.
 * @param browser the cookie of the browser that asks
 * @param admits whether a code of that address may be compared; asked once an address
 * @returns "ended" when none was compared, or when the right one, whose address is `right`, was used by now
 */
export async function consumeCode(
  browser: string,
  digits: string,
  admits: (address: Address) => Promise<boolean> = async () => true,
): Promise<CodeUse> {
  const tried = await countTries(browser);
  const admitted: Address[] = [];
  for (const address of new Set(tried.map((one) => one.address)))
    if (await admits(address)) admitted.push(address);
  const compared = tried.filter((one) => admitted.includes(one.address));
  if (compared.length === 0) return { ok: false, refusal: "ended", wrong: [] };
  const right = compared.find((one) => one.codeHash === codeHash(browser, digits));
  if (!right) {
    const triesLeft = Math.max(...compared.map((one) => one.triesLeft));
    return { ok: false, refusal: "wrong", triesLeft, wrong: admitted };
  }
  const wrong = admitted.filter((address) => address !== right.address);
  const token = await consumeHash(right.tokenHash, "magic-link");
  return token
    ? { ok: true, token, wrong }
    : { ok: false, refusal: "ended", right: right.address, wrong };
}

function countTries(browser: string): Promise<Tried[]> {
  return db().$queryRaw<Tried[]>`
    with live as materialized (
      select id from "OneTimeToken"
      where "browserHash" = ${sha256(browser)} and purpose = 'magic-link' and "usedAt" is null
        and "endedAt" is null and "codeExpires" > clock_timestamp() and "codeTries" < ${limits.codeTries}::int
      order by id for update)
    update "OneTimeToken" t set "codeTries" = t."codeTries" + 1 from live where t.id = live.id
    returning t."tokenHash", t."codeHash", t.address, ${limits.codeTries}::int - t."codeTries" as "triesLeft"`;
}
