import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { IS_OPEN } from "./is-open";
import { lockUser } from "./lock-user";

/** Reauthentication: by signing in or at `/cuenta/confirmar`, in the last ten minutes (OWASP ASVS 7.5.1). */
export async function isReauthenticated(
  sessionId: string,
  database: Database = db(),
): Promise<boolean> {
  const [row] = await database.$queryRaw<{ proved: boolean }[]>`
    select "provedAt" > clock_timestamp() - make_interval(secs => ${limits.reauthenticationLifeSeconds}::int) as proved
    from "Session" where id = ${sessionId}::uuid and ${IS_OPEN}`;
  return row?.proved ?? false;
}

/** Locks the user's row, then checks again: the session may have ended or the reauthentication aged meanwhile. */
export async function lockReauthenticated(
  owner: { id: string; session: { id: string } },
  transaction: Database,
): Promise<boolean> {
  return (
    (await lockUser(owner.id, transaction)) && isReauthenticated(owner.session.id, transaction)
  );
}

export async function markReauthenticated(sessionId: string): Promise<void> {
  await db().$executeRaw`
    update "Session" set "provedAt" = clock_timestamp() where id = ${sessionId}::uuid and ${IS_OPEN}`;
}
