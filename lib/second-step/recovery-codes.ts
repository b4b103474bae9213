import { type Database, db } from "../database/client";
import { sha256 } from "../secrets";
import { newRecoveryCodes } from "./new-recovery-codes";

/** New ones in place of all others. @returns as they are shown, this once: the rows keep hashes */
export async function makeRecoveryCodes(userId: string, transaction: Database): Promise<string[]> {
  const codes = newRecoveryCodes();
  await transaction.$executeRaw`delete from "RecoveryCode" where "userId" = ${userId}::uuid`;
  await transaction.$executeRaw`
    insert into "RecoveryCode" ("userId", "codeHash")
    select ${userId}::uuid, unnest(${codes.map(({ codeHash }) => codeHash)}::text[])`;
  return codes.map(({ shown }) => shown);
}

/**
 * Uses one up, which ends the trusted devices: of fifty at once one is true, and none after it.
 * @param typed spaces, dashes and case are forgiven, and letters that are not in the alphabet but look like digits of it
 */
export async function claimRecoveryCode(
  userId: string,
  typed: string,
  database: Database = db(),
): Promise<boolean> {
  const [used] = await database.$queryRaw<{ is: boolean }[]>`
    with used as (
      update "RecoveryCode" set "usedAt" = clock_timestamp()
      where "userId" = ${userId}::uuid and "codeHash" = ${sha256(canonical(typed))} and "usedAt" is null
      returning "userId"),
    gone as (delete from "TrustedDevice" where "userId" in (select "userId" from used))
    select exists (select from used) as is`;
  return used?.is ?? false;
}

function canonical(typed: string): string {
  return typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
}
