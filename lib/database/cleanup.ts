import { limits } from "../config/limits";
import { db } from "./client";

const BATCH = 1000;
/** a run ends after this; the next one continues */
const BUDGET_MS = 8_000;

/** Which rows go. An address whose password is off stays, or waiting would switch the password on again. */
const PAST: Record<string, string> = {
  OneTimeToken: `least("usedAt", "endedAt", expires) < clock_timestamp() - interval '${limits.usedTokensKeptSeconds} s'`,
  EmailChange: `at < clock_timestamp() - interval '${limits.emailUndoSeconds} s'`,
  Session: `least("endedAt", "idleExpires", "absoluteExpires") < clock_timestamp() - interval '${limits.endedSessionsKeptSeconds} s'`,
  SendThrottle: `sent1 is null or sent1 < clock_timestamp() - interval '${limits.emailWindowSeconds} s'`,
  TryThrottle: `failures < ${limits.failuresBeforeOff} and "lastFailureAt" < clock_timestamp() - interval '${limits.activityKeptSeconds} s'`,
  RangeHit: `at < clock_timestamp() - interval '${limits.subnetWindowSeconds + limits.backoffMostSeconds} s'`,
  UsedChallenge: `at < clock_timestamp() - interval '${limits.challengeLifeSeconds} s'`,
  Activity: `at < clock_timestamp() - interval '${limits.activityKeptSeconds} s'`,
  Totp: `"confirmedAt" is null and "createdAt" < clock_timestamp() - interval '${limits.enrolmentLifeSeconds} s'`,
  Device: `"lastUsedAt" < clock_timestamp() - interval '${limits.deviceKeptSeconds} s'`,
  PendingSignIn: `expires < clock_timestamp()`,
  TrustedDevice: `expires < clock_timestamp()`,
  LostPhone: `at < clock_timestamp() - interval '${limits.lostPhoneKeptSeconds} s'`,
  Notice: `"createdAt" < clock_timestamp() - interval '${limits.activityKeptSeconds} s'`,
};

/** Deletes expired rows in small batches, safely beside other clean-ups. @returns the number of rows by table */
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
