import { type Account, accountAt } from "../account/find";
import { setPassword } from "../account/methods";
import { recordActivity } from "../activity/record";
import type { Address } from "../address";
import { db } from "../database/client";
import type { Requester } from "../requester";
import { endSessionsOf } from "../session/end";
import { type StartedSession, startSession } from "../session/start";
import { forgetTries } from "../throttle/tries";
import { consumeToken } from "../token/consume";
import { peekToken, type TokenState } from "../token/peek";
import { passwordRefusal } from "./choose";
import { hashPassword, type StoredPassword } from "./hash";
import type { BadPassword } from "./register";

export type Reset =
  | { ok: true; session: StartedSession }
  | { ok: false; refusal: Exclude<TokenState, "valid">; address: Address | null }
  | BadPassword;

/**
 * Saves a new password by a reset link: every other session and every other reset ends, the slow-down too, and this
 * browser is signed in by a fresh session.
 * @throws HashQueueFull when too many wait; then the link still works
 */
export async function resetPassword(
  token: string,
  password: string,
  requester: Requester,
): Promise<Reset> {
  const peeked = await peekToken(token, "reset");
  const account = peeked.address && (await accountAt(peeked.address));
  if (peeked.state !== "valid" || !account)
    return {
      ok: false,
      refusal: peeked.state === "valid" ? "unknown" : peeked.state,
      address: peeked.address,
    };
  const why = passwordRefusal(password, account);
  if (why) return { ok: false, refusal: "bad-password", why };
  const stored = await hashPassword(password);
  const consumption = await consumeToken(token, "reset");
  if (!consumption.ok)
    return { ok: false, refusal: consumption.state, address: consumption.address };
  await save(account, stored);
  await recordActivity({
    event: "password-changed",
    address: account.address,
    userId: account.id,
    requester,
  });
  return { ok: true, session: await startSession(account, "email", requester) };
}

async function save(account: Account, password: StoredPassword): Promise<void> {
  await db().$transaction(async (transaction) => {
    await setPassword(account.id, password, undefined, transaction);
    await endSessionsOf(account.id, transaction);
  });
  await forgetTries(account.address);
}
