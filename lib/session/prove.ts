import { type Database, db } from "../database/client";
import { limits } from "../limits";

/**
 * Whether the person of a session proved to be themselves in the last ten minutes, by signing in or at
 * `/cuenta/confirmar` (OWASP ASVS 7.5.1).
 */
export async function isProved(sessionId: string, database: Database = db()): Promise<boolean> {
  const [row] = await database.$queryRaw<{ proved: boolean }[]>`
    select "provedAt" > clock_timestamp() - make_interval(secs => ${limits.proofLife}::int) as proved
    from "Session" where id = ${sessionId}::uuid and "endedAt" is null`;
  return row?.proved ?? false;
}

/** Notes that the person of a session has just proved to be themselves. */
export async function proveSession(sessionId: string): Promise<void> {
  await db().$executeRaw`
    update "Session" set "provedAt" = clock_timestamp() where id = ${sessionId}::uuid and "endedAt" is null`;
}
