import { limits } from "../config/limits";
import { db } from "../database/client";
import type { Email } from "../email";
import { sha256 } from "../secrets";
import { codeHash } from "./one-time";

export type RightCode = { tokenHash: string; address: Email };

/** `wrong`: the addresses whose codes it did not match */
export type CodeTry =
  | { ok: true; right: RightCode; wrong: Email[] }
  | { ok: false; refusal: "wrong"; triesLeft: number; wrong: Email[] }
  | { ok: false; refusal: "ended"; wrong: Email[] };

type Tried = RightCode & { codeHash: string; triesLeft: number };

/**
 * Only in the browser that asked, whose live requests are all compared. Counted first, so that no more than five of
 * fifty at once are compared.
 * @param browser its cookie
 * @param admits whether a code of that address may be compared; called once an address
 * @returns "ended" when none was compared
 */
export async function tryCode(
  browser: string,
  digits: string,
  admits: (address: Email) => Promise<boolean> = async () => true,
): Promise<CodeTry> {
  const tried = await countTries(browser);
  const admitted: Email[] = [];
  for (const address of new Set(tried.map((one) => one.address)))
    if (await admits(address)) admitted.push(address);
  const compared = tried.filter((one) => admitted.includes(one.address));
  if (compared.length === 0) return { ok: false, refusal: "ended", wrong: [] };
  const right = compared.find((one) => one.codeHash === codeHash(browser, digits));
  if (!right) {
    const triesLeft = Math.max(...compared.map((one) => one.triesLeft));
    return { ok: false, refusal: "wrong", triesLeft, wrong: admitted };
  }
  const { tokenHash, address } = right;
  return {
    ok: true,
    right: { tokenHash, address },
    wrong: admitted.filter((one) => one !== address),
  };
}

function countTries(browser: string): Promise<Tried[]> {
  return db().$queryRaw<Tried[]>`
    with live as materialized (
      select id from "OneTimeToken"
      where "browserHash" = ${sha256(browser)} and purpose = 'magic-link' and "usedAt" is null
        and "endedAt" is null and "codeExpires" > clock_timestamp() and "codeTries" < ${limits.codeAttempts}::int
      order by id for update)
    update "OneTimeToken" t set "codeTries" = t."codeTries" + 1 from live where t.id = live.id
    returning t."tokenHash", t."codeHash", t.address, ${limits.codeAttempts}::int - t."codeTries" as "triesLeft"`;
}
