import { type Database, db } from "../database/client";
import { isToken, sha256 } from "../secret";

/** Ends the session of a token: it works nowhere from the next request on. Unknown tokens are no error. */
export async function endSession(token: string | undefined): Promise<void> {
  if (!isToken(token)) return;
  await db().$executeRaw`
    update "Session" set "endedAt" = clock_timestamp()
    where "tokenHash" = ${sha256(token)} and "endedAt" is null`;
}

/** Ends all sessions of a person. */
export async function endSessionsOf(userId: string, database: Database = db()): Promise<void> {
  await database.$executeRaw`
    update "Session" set "endedAt" = clock_timestamp() where "userId" = ${userId}::uuid and "endedAt" is null`;
}
