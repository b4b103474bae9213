import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { notify } from "../notice/notify";
import { forgetAttempts } from "../rate-limit/attempts";
import { endTrust } from "../second-step/trust";
import { endSessionsOf } from "../session/end";
import { type SessionMethod, type StartedSession, startSession } from "../session/start";
import { endTokens } from "../token/consume";
import type { StoredPassword } from "./hash";

/**
 * In the caller's transaction, under the user's lock: ends every session, trusted device, reset and slow-down, notifies
 * the owner and opens a fresh session (OWASP ASVS 6.3.7, 7.4.3).
 */
export async function replacePassword(
  owner: { id: string; address: Email },
  password: StoredPassword,
  method: SessionMethod,
  client: ClientInfo,
  transaction: Database,
  how: { secondStepPassed: boolean },
): Promise<StartedSession> {
  const { id: userId, address } = owner;
  await endTokens(address, "reset", transaction);
  await setPassword(userId, password, undefined, transaction);
  await endSessionsOf(userId, transaction);
  await endTrust(userId, transaction);
  await forgetAttempts(address, transaction);
  await notify("password-changed", address, client, transaction);
  const event = "password-changed";
  return startSession(owner, method, client, { ...how, database: transaction, event });
}

/** @param replacing only when the stored hash is still this one */
export async function setPassword(
  userId: string,
  password: { hash: string; scheme: string },
  replacing?: string,
  database: Database = db(),
): Promise<void> {
  await database.user.updateMany({
    where: { id: userId, ...(replacing !== undefined && { passwordHash: replacing }) },
    data: { passwordHash: password.hash, passwordScheme: password.scheme },
  });
}
