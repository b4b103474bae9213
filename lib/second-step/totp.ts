import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { sameSecret } from "../crypto";
import { type Database, db } from "../database/client";
import { codeAt } from "./code";
import { openSecret, type SealedSecret } from "./secret";

/** What a code is judged by: the step is the database's, whatever the clock of this process says. */
export type TotpRow = SealedSecret & { id: string; lastStep: bigint; step: bigint };

export const TOTP_ROW = Prisma.sql`id, secret, "sealedBy", "lastStep",
  floor(extract(epoch from clock_timestamp()) / ${limits.totpStepSeconds}::int)::bigint as step`;

/**
 * Uses the code of an authenticator app up: of fifty at once one is true, and none after it (RFC 6238 §5.2).
 * @param code its digits
 * @returns false also where the second step is off
 */
export async function claimTotp(
  userId: string,
  code: string,
  database: Database = db(),
): Promise<boolean> {
  const [row] = await database.$queryRaw<TotpRow[]>`
    select ${TOTP_ROW} from "Totp" where "userId" = ${userId}::uuid and "confirmedAt" is not null`;
  const step = row ? await stepOf(code, userId, row) : null;
  if (!row || step === null) return false;
  const claimed = await database.$executeRaw`
    update "Totp" set "lastStep" = ${step}::bigint
    where id = ${row.id}::uuid and "confirmedAt" is not null and "lastStep" < ${step}::bigint`;
  return claimed > 0;
}

/** Which step the code is of, within the tolerance and after the last one used; null: none. */
export async function stepOf(code: string, userId: string, row: TotpRow): Promise<bigint | null> {
  const secret = await openSecret(userId, row);
  if (!secret) return null;
  const around = Array.from({ length: 2 * limits.totpTolerance + 1 }, (_, n) => n);
  return (
    around
      .map((n) => row.step + BigInt(n - limits.totpTolerance))
      .find((step) => step > row.lastStep && sameSecret(codeAt(step, secret), code)) ?? null
  );
}
