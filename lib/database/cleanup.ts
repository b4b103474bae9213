import { limits } from "../config/limits";
import { db } from "./client";

const BATCH = 1000;
/** in milliseconds: a run ends after this, and the next one goes on */
const BUDGET_MS = 8_000;

/**
 * What is past its time, by the database's clock: a table and the condition under which a row goes. An address whose
 * password is off is kept, or waiting would switch it on again.
 */
const PAST: Record<string, string> = {
  OneTimeToken: `least("usedAt", "endedAt", expires) < clock_timestamp() - interval '${limits.usedTokensKeptSeconds} s'`,
  Session: `least("endedAt", "idleExpires", "absoluteExpires") < clock_timestamp() - interval '${limits.endedSessionsKeptSeconds} s'`,
  SendThrottle: `sent1 is null or sent1 < clock_timestamp() - interval '${limits.emailWindowSeconds} s'`,
  TryThrottle: `failures < ${limits.failuresBeforeOff} and "lastFailureAt" < clock_timestamp() - interval '${limits.activityKeptSeconds} s'`,
  RangeHit: `at < clock_timestamp() - interval '${limits.subnetWindowSeconds + limits.backoffMostSeconds} s'`,
  Activity: `at < clock_timestamp() - interval '${limits.activityKeptSeconds} s'`,
  Device: `"lastUsedAt" < clock_timestamp() - interval '${limits.deviceKeptSeconds} s'`,
  Notice: `"createdAt" < clock_timestamp() - interval '${limits.activityKeptSeconds} s'`,
};

/**
 * Deletes what is past its time, in batches that no sign-in waits for; rows that another clean-up holds are left to
 * it. Safe from many places at once.
 * @returns how many rows went, by table
 */
export async function cleanup(): Promise<Record<string, number>> {
  const deadline = performance.now() + BUDGET_MS;
  const gone: Record<string, number> = {};
  for (const [table, past] of Object.entries(PAST)) {
    gone[table] = 0;
    let batch = BATCH;
    while (batch === BATCH && performance.now() < deadline) {
      batch = await db().$executeRawUnsafe(
        `delete from "${table}" where ctid = any(array(
          select ctid from "${table}" where ${past} limit ${BATCH} for update skip locked))`,
      );
      gone[table] += batch;
    }
  }
  return gone;
}
