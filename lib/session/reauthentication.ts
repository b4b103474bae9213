import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { lockUser } from "./lock-user";
import { IS_OPEN } from "./open";

/**
 * Whether the person of a session proved to be themselves in the last ten minutes, by signing in or at
 * `/cuenta/confirmar` (OWASP ASVS 7.5.1).
 */
export async function isReauthenticated(
  sessionId: string,
  database: Database = db(),
): Promise<boolean> {
  const [row] = await database.$queryRaw<{ proved: boolean }[]>`
    select "provedAt" > clock_timestamp() - make_interval(secs => ${limits.reauthenticationLifeSeconds}::int) as proved
    from "Session" where id = ${sessionId}::uuid and ${IS_OPEN}`;
  return row?.proved ?? false;
}

/**
 * Takes the row of a person until the caller's transaction is over, and says whether that session still proves them: it
 * may have been ended, or its proof have aged, while they were at Google or their password was hashed.
 */
export async function lockReauthenticated(
  owner: { id: string; session: { id: string } },
  transaction: Database,
): Promise<boolean> {
  return (
    (await lockUser(owner.id, transaction)) && isReauthenticated(owner.session.id, transaction)
  );
}

/** Notes that the person of a session has just proved to be themselves. */
export async function markReauthenticated(sessionId: string): Promise<void> {
  await db().$executeRaw`
    update "Session" set "provedAt" = clock_timestamp() where id = ${sessionId}::uuid and ${IS_OPEN}`;
}
