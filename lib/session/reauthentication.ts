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
