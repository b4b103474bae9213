import type { Requester } from "../client-info";
import { transact } from "../database/transaction";
import type { Address } from "../email";
import { savePassword } from "../password/change";
import { type BadPassword, passwordRefusal } from "../password/choose";
import { hashPassword } from "../password/hash";
import { holdPerson } from "../session/lock-user";
import type { StartedSession } from "../session/start";
import { consumeToken } from "../token/consume";
import { peekToken, type TokenState } from "../token/peek";
import { accountAt } from "../user/find";

export type Reset =
  | { ok: true; session: StartedSession }
  | { ok: false; refusal: Exclude<TokenState, "valid">; address: Address | null }
  | BadPassword;

/**
 * Saves a new password by a reset link: every other session and every other reset ends, the slow-down too, and this
 * browser is signed in by a fresh session. Link and password are one transaction: the reset happened, or the link works.
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
  const why = await passwordRefusal(password, account);
  if (why) return { ok: false, refusal: "bad-password", why };
  const stored = await hashPassword(password, requester.range);
  return transact(async (database) => {
    await holdPerson(account.id, database);
    const used = await consumeToken(token, "reset", { database });
    if (!used.ok) return { ok: false, refusal: used.state, address: used.address };
    const session = await savePassword(account, stored, "email", requester, database);
    return { ok: true, session };
  });
}
