import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import type { Email } from "../email";

/**
 * Ends slow-downs, of the second step too, a disabled password and disabled codes; other counts stay.
 * @returns whether there was anything to end
 */
export async function liftSlowDown(address: Email, database: Database = db()): Promise<boolean> {
  const lifted = await database.$executeRaw`
    update "TryThrottle" set failures = 0, "slowedUntil" = null, "codeFailures" = 0, "codesOffUntil" = null,
      "stepFailures" = 0, "stepSlowedUntil" = null
    where address = ${address} and (failures >= ${limits.failuresBeforeOff}::int
      or "slowedUntil" > clock_timestamp() or "codesOffUntil" > clock_timestamp() or "stepSlowedUntil" > clock_timestamp())`;
  return lifted > 0;
}
