import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { forgetAttempts } from "../rate-limit/attempts";
import { endSessionsOf } from "../session/end";
import { lockReauthenticated } from "../session/reauthentication";
import { type SignInMethod, type StartedSession, startSession } from "../session/start";
import { endTokens } from "../token/consume";
import { type BadPassword, passwordRefusal } from "./choose";
import { hashPassword, type StoredPassword } from "./hash";
import { setPassword } from "./set";

type Owner = { id: string; address: Email; name: string | null };

/**
 * In the caller's transaction, under the user's lock: ends every session, reset and slow-down, notifies the owner and
 * opens a fresh session (OWASP ASVS 6.3.7, 7.4.3).
 */
export async function savePassword(
  owner: Owner,
  password: StoredPassword,
  method: SignInMethod,
  client: ClientInfo,
  transaction: Database,
): Promise<StartedSession> {
  const { id: userId, address } = owner;
  await endTokens(address, "reset", transaction);
  await setPassword(userId, password, undefined, transaction);
  await endSessionsOf(userId, transaction);
  await forgetAttempts(address, transaction);
  await notify("password-changed", address, client, transaction);
  const event = "password-changed";
  return startSession(owner, method, client, { database: transaction, event });
}

/**
 * Reauthentication is checked once the password is hashed: a session that ended meanwhile changes nothing.
 * @throws HashQueueFull
 */
export async function changePassword(
  owner: Owner & { session: { id: string; method: SignInMethod } },
  password: string,
  client: ClientInfo,
): Promise<
  | { ok: true; session: StartedSession }
  | { ok: false; refusal: "not-reauthenticated" }
  | BadPassword
> {
  const why = await passwordRefusal(password, owner);
  if (why) return { ok: false, refusal: "bad-password", why };
  const stored = await hashPassword(password, client.subnet);
  const { method } = owner.session;
  return transact(async (transaction) => {
    if (!(await lockReauthenticated(owner, transaction)))
      return { ok: false, refusal: "not-reauthenticated" };
    const session = await savePassword(owner, stored, method, client, transaction);
    return { ok: true, session };
  });
}
