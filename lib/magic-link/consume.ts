import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { countCode, countWrongCode, forgetWrongCodes, uncountCode } from "../rate-limit/attempts";
import { countInSubnet, uncountInSubnet } from "../rate-limit/subnets";
import { lockUser } from "../session/lock-user";
import { type StartedSession, startSession } from "../session/start";
import { type CodeTry, type RightCode, tryCode } from "../token/code";
import { consumeHash, consumeToken } from "../token/consume";
import { mintToken } from "../token/one-time";
import { peekToken, SIGN_IN_PURPOSES, type TokenOwner, type TokenState } from "../token/peek";
import { findUserByEmail } from "../user/find";

export type LinkUse =
  | {
      ok: true;
      kind: "user";
      user: TokenOwner;
      session: StartedSession;
      callbackUrl: string | null;
    }
  | { ok: true; kind: "address"; token: string }
  | { ok: false; refusal: Exclude<TokenState, "valid"> }
  | { ok: false; refusal: "code-wrong"; triesLeft: number }
  | { ok: false; refusal: "code-ended" }
  | { ok: false; refusal: "backoff"; seconds: number };

export type NewSession = { client: ClientInfo; sessionToken: string };

/**
 * One transaction with the session: a request that is cut off leaves the link working. Without a
 * user the link is left for `/registro`.
 */
export async function consumeMagicLink(token: string, session: NewSession): Promise<LinkUse> {
  const peeked = await peekToken(token, SIGN_IN_PURPOSES);
  if (peeked.state !== "valid") return { ok: false, refusal: peeked.state };
  const { purpose, owner: user } = peeked;
  if (!user) return { ok: true, kind: "address", token };
  return transact(async (transaction) => {
    // a user takes their links along when removed
    if (!(await lockUser(user.id, transaction))) return { ok: false, refusal: "unknown" };
    const used = await consumeToken(token, purpose, { database: transaction });
    if (!used.ok) return { ok: false, refusal: used.state };
    return signIn(user, used.token.callbackUrl, session, transaction);
  });
}

const NO_CODE: CodeTry = { ok: false, refusal: "ended", wrong: [] };

/**
 * Uses the code of the same request, in the browser that asked. It counts as one wrong attempt of the subnet and of
 * each address it is compared with (OWASP ASVS 6.6.3): asking for many makes guessing no cheaper.
 */
export async function consumeMagicCode(
  browser: string | null,
  digits: string,
  session: NewSession,
): Promise<LinkUse> {
  const { client } = session;
  const counted = await countInSubnet(client.subnet);
  if (!counted.ok) return { ok: false, refusal: "backoff", seconds: counted.seconds };
  const tried = browser ? await tryCode(browser, digits, admitting(client)) : NO_CODE;
  await countWrong(tried.wrong, client);
  if (!tried.ok)
    return tried.refusal === "wrong"
      ? { ok: false, refusal: "code-wrong", triesLeft: tried.triesLeft }
      : { ok: false, refusal: "code-ended" };
  const use = await consumeRight(tried.right, browser, session);
  if (use.ok) {
    await uncountInSubnet(counted.hit);
    await forgetWrongCodes(tried.right.address);
  } else await uncountCode(tried.right.address);
  return use;
}

/** Whether a code may be compared with an address's; the first in the subnet is counted already. */
function admitting({ subnet }: ClientInfo): (address: Email) => Promise<boolean> {
  let hasRoom = true;
  let isFirst = true;
  return async (address) => {
    if (!isFirst && hasRoom) hasRoom = (await countInSubnet(subnet)).ok;
    isFirst = false;
    return hasRoom && countCode(address);
  };
}

async function countWrong(addresses: readonly Email[], client: ClientInfo): Promise<void> {
  for (const address of addresses) {
    await countWrongCode(address);
    await recordActivity({ event: "code-refused", address, client });
  }
}

/** Without a user the address gets a fresh token for `/registro`: a code is not kept for later. */
async function consumeRight(
  { tokenHash, address }: RightCode,
  browser: string | null,
  session: NewSession,
): Promise<LinkUse> {
  const user = await findUserByEmail(address);
  return transact(async (transaction) => {
    if (user) await lockUser(user.id, transaction);
    const used = await consumeHash(tokenHash, "magic-link", false, transaction);
    if (!used) return { ok: false, refusal: "code-ended" };
    const { callbackUrl } = used;
    if (user) return signIn(user, callbackUrl, session, transaction);
    const { client } = session;
    const life = limits.magicLinkLifeSeconds;
    const purpose = "proved-address";
    const minting = { purpose, address, life, browser, client, callbackUrl } as const;
    const { token } = await mintToken(minting, transaction);
    return { ok: true, kind: "address", token };
  });
}

async function signIn(
  user: TokenOwner,
  callbackUrl: string | null,
  { client, sessionToken }: NewSession,
  transaction: Database,
): Promise<LinkUse> {
  const { id, address } = user;
  const session = await startSession({ id, address }, "email", client, {
    token: sessionToken,
    database: transaction,
  });
  return { ok: true, kind: "user", user, session, callbackUrl };
}
