import type { Address } from "../address";
import { type Database, db } from "../database/client";

/**
 * Ends every slow-down of an address that wrong tries began, a password that is off and codes that are off among them.
 * @returns whether there was anything to end
 */
export async function liftSlowDown(address: Address, database: Database = db()): Promise<boolean> {
  const lifted = await database.$executeRaw`
    update "TryThrottle" set failures = 0, "slowedUntil" = null, "codeFailures" = 0, "codesOffUntil" = null
    where address = ${address} and (failures > 0 or "codeFailures" > 0 or "codesOffUntil" is not null)`;
  return lifted > 0;
}
