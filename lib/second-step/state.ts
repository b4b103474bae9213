import { db } from "../database/client";

export type SecondStep = { since: Date; recoveryCodesLeft: number };

/** Null while it is off. */
export async function secondStepOf(userId: string): Promise<SecondStep | null> {
  const [row] = await db().$queryRaw<{ since: Date; left: number }[]>`
    select "confirmedAt" as since, (
      select count(*)::int from "RecoveryCode" c where c."userId" = t."userId" and "usedAt" is null) as left
    from "Totp" t where "userId" = ${userId}::uuid and "confirmedAt" is not null`;
  return row ? { since: row.since, recoveryCodesLeft: row.left } : null;
}
