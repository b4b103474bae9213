import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { IS_OPEN } from "./is-open";
import { lockUser } from "./lock-user";

/** Proved themselves in the last ten minutes, by signing in or at `/cuenta/confirmar` (OWASP ASVS 7.5.1). */
export const IS_REAUTHENTICATED = Prisma.sql`"provedAt" > clock_timestamp()
  - make_interval(secs => ${limits.reauthenticationLifeSeconds}::int)`;

/** Locks the user's row, then looks again: the session may have ended or the reauthentication aged meanwhile. */
export async function lockReauthenticated(
  owner: { id: string; session: { id: string } },
  transaction: Database,
): Promise<boolean> {
  if (!(await lockUser(owner.id, transaction))) return false;
  const [row] = await transaction.$queryRaw<{ proved: boolean }[]>`
    select ${IS_REAUTHENTICATED} as proved from "Session" where id = ${owner.session.id}::uuid and ${IS_OPEN}`;
  return row?.proved ?? false;
}

export async function markReauthenticated(
  sessionId: string,
  database: Database = db(),
): Promise<void> {
  await database.$executeRaw`
    update "Session" set "provedAt" = clock_timestamp() where id = ${sessionId}::uuid and ${IS_OPEN}`;
}

/**
 * By the first step alone, which is a proof where the second is off: looked at again, since it may have been turned on meanwhile.
 * @returns whether it was one
 */
export async function markByFirstStep(sessionId: string): Promise<boolean> {
  const marked = await db().$executeRaw`
    with person as materialized (
      select u.id from "User" u join "Session" s on s."userId" = u.id
      where s.id = ${sessionId}::uuid and u."totpId" is null for share of u)
    update "Session" set "provedAt" = clock_timestamp()
    where id = ${sessionId}::uuid and ${IS_OPEN} and exists (select from person)`;
  return marked > 0;
}
