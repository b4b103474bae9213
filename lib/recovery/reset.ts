import type { ClientInfo } from "../client-info";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { type BadPassword, passwordRefusal } from "../password/choose";
import { hashPassword } from "../password/hash";
import { replacePassword } from "../password/replace";
import { lockUser } from "../session/lock-user";
import type { StartedSession } from "../session/start";
import { consumeToken } from "../token/consume";
import { peekToken, type TokenState } from "../token/peek";

export type Reset =
  | { ok: true; session: StartedSession }
  | { ok: false; refusal: Exclude<TokenState, "valid">; address: Email | null }
  | BadPassword;

/**
 * Ends every other session, reset and slow-down, and signs this browser in, up to the second step; one transaction with the link.
 * @throws HashQueueFull; the link still works
 */
export async function resetPassword(
  token: string,
  password: string,
  client: ClientInfo,
): Promise<Reset> {
  const peeked = await peekToken(token, "reset");
  const { address } = peeked;
  if (peeked.state !== "valid") return { ok: false, refusal: peeked.state, address };
  const { owner: user } = peeked;
  if (!user) return { ok: false, refusal: "unknown", address };
  const why = await passwordRefusal(password, user);
  if (why) return { ok: false, refusal: "bad-password", why };
  const stored = await hashPassword(password, client.subnet);
  return transact(async (database) => {
    await lockUser(user.id, database);
    const used = await consumeToken(token, "reset", { database });
    if (!used.ok) return { ok: false, refusal: used.state, address: used.address };
    const session = await replacePassword(user, stored, "recovery", client, database, {
      secondStepPassed: false,
    });
    return { ok: true, session };
  });
}
