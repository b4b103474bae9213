import { accountAt } from "../account/find";
import { recordActivity } from "../activity/record";
import type { Address } from "../address";
import { limits } from "../limits";
import type { Requester } from "../requester";
import { countInRange, uncountInRange } from "../throttle/ranges";
import { countCode, countWrongCode, forgetWrongCodes, uncountCode } from "../throttle/tries";
import { type CodeUse, consumeCode } from "../token/code";
import { consumeToken } from "../token/consume";
import { mintToken } from "../token/one-time";
import { linkPurpose, peekToken, type TokenState } from "../token/peek";

/** The use of a link or a code: a proved account, or a proved address that has none yet. */
export type LinkUse =
  | { ok: true; kind: "account"; address: Address; callbackUrl: string | null }
  | { ok: true; kind: "address"; token: string }
  | { ok: false; refusal: Exclude<TokenState, "valid"> }
  | { ok: false; refusal: "code-wrong"; triesLeft: number }
  | { ok: false; refusal: "code-ended" }
  | { ok: false; refusal: "slowed"; seconds: number };

/**
 * Uses a magic link, once. The link of an address without an account is left for `/registro`, which uses it together
 * with making the account.
 */
export async function consumeMagicLink(token: string): Promise<LinkUse> {
  const purpose = await linkPurpose(token);
  const peeked = await peekToken(token, purpose);
  if (peeked.state !== "valid") return { ok: false, refusal: peeked.state };
  if (!(await accountAt(peeked.address))) return { ok: true, kind: "address", token };
  const consumption = await consumeToken(token, purpose);
  if (!consumption.ok) return { ok: false, refusal: consumption.state };
  const { address, callbackUrl } = consumption.token;
  return { ok: true, kind: "account", address, callbackUrl };
}

/** In a browser that never asked for one. */
const NO_CODE: CodeUse = { ok: false, refusal: "ended", wrong: [] };

/**
 * Uses the code of the same request, in the browser that asked. A wrong one also counts as a wrong try of the address
 * and of the network range (OWASP ASVS 6.6.3).
 * @param browser its cookie, where it has one
 */
export async function consumeMagicCode(
  browser: string | null,
  digits: string,
  requester: Requester,
): Promise<LinkUse> {
  const counted = await countInRange("try", requester.range);
  if (!counted.ok) return { ok: false, refusal: "slowed", seconds: counted.seconds };
  const use = browser ? await consumeCode(browser, digits, countCode) : NO_CODE;
  await countWrong(use.wrong, requester);
  if (use.ok) {
    const { address, callbackUrl } = use.token;
    await uncountInRange(counted.hit);
    await forgetWrongCodes(address);
    return afterCode(address, callbackUrl, browser, requester);
  }
  if (use.refusal === "wrong")
    return { ok: false, refusal: "code-wrong", triesLeft: use.triesLeft };
  // right, but used by now
  if (use.right) await uncountCode(use.right);
  return { ok: false, refusal: "code-ended" };
}

async function countWrong(addresses: readonly Address[], requester: Requester): Promise<void> {
  for (const address of addresses) {
    await countWrongCode(address);
    await recordActivity({ event: "code-refused", address, requester });
  }
}

/** A code is spent by now: an address without an account gets a fresh token for `/registro`. */
async function afterCode(
  address: Address,
  callbackUrl: string | null,
  browser: string | null,
  requester: Requester,
): Promise<LinkUse> {
  if (await accountAt(address)) return { ok: true, kind: "account", address, callbackUrl };
  const { token } = await mintToken({
    purpose: "proved-address",
    address,
    life: limits.magicLinkLife,
    browser,
    requester,
    callbackUrl,
  });
  return { ok: true, kind: "address", token };
}
