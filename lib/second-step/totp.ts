import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { sameSecret } from "../secrets";
import { codeAt } from "./code";
import type { SealedSecret } from "./sealed";
import { openSecret } from "./secret";

/** `lastStep`: the newest whose code was used; `step`: now, by the database's clock, whatever this process's says. */
export type Steps = { lastStep: bigint; step: bigint };

export const STEPS = Prisma.sql`"lastStep",
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
  const [row] = await database.$queryRaw<(SealedSecret & Steps & { id: string })[]>`
    select id, secret, "sealedBy", ${STEPS} from "Totp"
    where "userId" = ${userId}::uuid and "confirmedAt" is not null`;
  const secret = row && (await openSecret(userId, row));
  const step = secret ? stepOf(code, secret, row) : null;
  if (!row || step === null) return false;
  const claimed = await database.$executeRaw`
    update "Totp" set "lastStep" = ${step}::bigint
    where id = ${row.id}::uuid and "confirmedAt" is not null and "lastStep" < ${step}::bigint`;
  return claimed > 0;
}

/** Which step the code is of, within the tolerance and after the last one used; null: none. */
export function stepOf(code: string, secret: Uint8Array, { lastStep, step }: Steps): bigint | null {
  const around = Array.from({ length: 2 * limits.totpTolerance + 1 }, (_, n) => n);
  const steps = around.map((n) => step + BigInt(n - limits.totpTolerance));
  return steps.find((one) => one > lastStep && sameSecret(codeAt(one, secret), code)) ?? null;
}
