import { type Database, db } from "../database/client";
import { onceCommitted } from "../database/transaction";
import { isToken, sha256 } from "../secrets";
import { sessionsEnded } from "../telemetry/counters";
import { isUuid } from "../uuid";
import { IS_OPEN } from "./is-open";
import { lockUser } from "./lock-user";

/** It works nowhere from the next request on; unknown tokens are no error. */
export async function endSession(token: string | undefined): Promise<void> {
  if (!isToken(token)) return;
  const ended = await db().$executeRaw`
    update "Session" set "endedAt" = clock_timestamp()
    where "tokenHash" = ${sha256(token)} and ${IS_OPEN}`;
  sessionsEnded(ended);
}

/** @returns whether it was open; another user's is left alone */
export async function endSessionById(
  userId: string,
  id: string,
  database: Database = db(),
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const ended = await database.$executeRaw`
    update "Session" set "endedAt" = clock_timestamp()
    where id = ${id}::uuid and "userId" = ${userId}::uuid and ${IS_OPEN}`;
  await onceCommitted(database, () => sessionsEnded(ended));
  return ended > 0;
}

/** In the caller's transaction; sessions that open at the same instant are among them, and what waits for its second step. */
export async function endSessionsOf(userId: string, transaction: Database): Promise<void> {
  await lockUser(userId, transaction);
  const ended = await transaction.$executeRaw`
    update "Session" set "endedAt" = clock_timestamp() where "userId" = ${userId}::uuid and ${IS_OPEN}`;
  await transaction.pendingSignIn.deleteMany({ where: { userId } });
  await onceCommitted(transaction, () => sessionsEnded(ended));
}
