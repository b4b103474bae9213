import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { throttled } from "../telemetry/counters";
import { countTry, subnetSlowed } from "./subnets";

export type AttemptCount = Counted | { ok: false; refusal: "backoff" | "off"; seconds: number };
/** `failures` in a row at its address; `hit` is its row in the subnet's window. */
export type Counted = { ok: true; failures: number; hit: bigint };

/**
 * Counts an attempt as wrong before it is hashed, so that fifty at once count (OWASP ASVS 6.3.1): for its subnet and
 * then its address. After ten in a row the next waits 30 s, doubling to 15 minutes; after a hundred the password is off
 * until reset. One statement, the same for unknown addresses.
 */
export async function countAttempt(address: Email, subnet: string): Promise<AttemptCount> {
  const [row] = await db().$queryRaw<
    { hit: bigint | null; wait: number; failures: number | null }[]
  >`
    with range as materialized (select hit, wait from ${countTry(subnet)}),
    counted as (
      insert into "TryThrottle" as t (address, failures) select ${address}, 1 from range where hit is not null
      on conflict (address) do update
        set failures = t.failures + 1, "lastFailureAt" = clock_timestamp(),
          "slowedUntil" = case when t.failures + 1 >= ${limits.failuresBeforeBackoff}::int then
            clock_timestamp() + make_interval(secs => least(${limits.backoffMostSeconds}::int,
              ${limits.backoffFirstSeconds}::int * power(2, least(t.failures + 1 - ${limits.failuresBeforeBackoff}::int, 16)))) end
        where t.failures < ${limits.failuresBeforeOff}::int
          and (t."slowedUntil" is null or t."slowedUntil" <= clock_timestamp())
      returning failures)
    select hit, wait, (select failures from counted) as failures from range`;
  const { hit = null, wait = 1, failures = null } = row ?? {};
  if (hit === null) return { refusal: "backoff", ...subnetSlowed(wait) };
  return failures === null ? slowed(address, hit) : { ok: true, failures, hit };
}

/** For an attempt never compared (hash queue full): its wait goes too. */
export async function uncountAttempt(address: Email, { hit }: Counted): Promise<void> {
  await db().$executeRaw`
    with uncounted as (delete from "RangeHit" where id = ${hit})
    update "TryThrottle" set failures = failures - 1, "slowedUntil" = null
    where address = ${address} and failures > 0`;
}

/** SQL: what a right password leaves of the attempts: wrong codes of the second step, which it does not forgive. */
const NOT_FORGIVEN = Prisma.sql`least("stepFailures", ${limits.failuresBeforeOff - 1}::int)`;

export async function forgiveAttempts(address: Email, { hit }: Counted): Promise<void> {
  await db().$executeRaw`
    with uncounted as (delete from "RangeHit" where id = ${hit})
    update "TryThrottle" set failures = ${NOT_FORGIVEN}, "slowedUntil" = null
    where address = ${address} and failures > 0`;
}

export async function forgetAttempts(address: Email, database: Database = db()): Promise<void> {
  await database.$executeRaw`
    update "TryThrottle" set failures = ${NOT_FORGIVEN}, "slowedUntil" = null
    where address = ${address} and failures > 0`;
}

/** Ten wrong codes in a row end an address's codes for 24 hours; counted first. @returns whether it may be compared */
export async function countCode(address: Email): Promise<boolean> {
  const counted = await db().$executeRaw`
    insert into "TryThrottle" as t (address, "codeFailures") values (${address}, 1)
    on conflict (address) do update
      set "lastFailureAt" = clock_timestamp(),
        "codeFailures" = case when t."codesOffUntil" is null then t."codeFailures" + 1 else 1 end,
        "codesOffUntil" = case when t."codesOffUntil" is null and t."codeFailures" + 1 >= ${limits.codeFailuresBeforeOff}::int
          then clock_timestamp() + make_interval(secs => ${limits.codesOffSeconds}::int) end
      where t."codesOffUntil" is null or t."codesOffUntil" <= clock_timestamp()`;
  if (counted === 0) throttled("codes-off");
  return counted > 0;
}

/** For a code that was right elsewhere; the block that it began goes too. */
export async function uncountCode(address: Email): Promise<void> {
  await db().$executeRaw`
    update "TryThrottle" set "codeFailures" = "codeFailures" - 1, "codesOffUntil" = null
    where address = ${address} and "codeFailures" > 0`;
}

/** A wrong code is a wrong attempt at the address too, but never the one that switches its password off or on. */
export async function countWrongCode(address: Email): Promise<void> {
  await db().$executeRaw`
    insert into "TryThrottle" as t (address, failures) values (${address}, 1)
    on conflict (address) do update
      set failures = greatest(t.failures, least(t.failures + 1, ${limits.failuresBeforeOff - 1}::int)),
        "lastFailureAt" = clock_timestamp(),
        "slowedUntil" = case when t.failures + 1 >= ${limits.failuresBeforeBackoff}::int
          then greatest(t."slowedUntil", clock_timestamp() + make_interval(secs => ${limits.backoffFirstSeconds}::int))
          else t."slowedUntil" end`;
}

export async function forgetWrongCodes(address: Email): Promise<void> {
  await db().$executeRaw`
    update "TryThrottle" set "codeFailures" = 0, "codesOffUntil" = null
    where address = ${address} and "codeFailures" > 0`;
}

export type StepCount = { ok: true } | { ok: false; seconds: number };

/**
 * Counts a code of the second step as wrong before it is compared: after ten in a row the next waits 30 s, doubling to 15
 * minutes. By itself: a stranger who guesses passwords keeps nobody from passing the step.
 */
export async function countStep(address: Email): Promise<StepCount> {
  const counted = await db().$executeRaw`
    insert into "TryThrottle" as t (address, "stepFailures") values (${address}, 1)
    on conflict (address) do update
      set "stepFailures" = t."stepFailures" + 1, "lastFailureAt" = clock_timestamp(),
        "stepSlowedUntil" = case when t."stepFailures" + 1 >= ${limits.failuresBeforeBackoff}::int then
          clock_timestamp() + make_interval(secs => least(${limits.backoffMostSeconds}::int,
            ${limits.backoffFirstSeconds}::int * power(2, least(t."stepFailures" + 1 - ${limits.failuresBeforeBackoff}::int, 16)))) end
      where t."stepSlowedUntil" is null or t."stepSlowedUntil" <= clock_timestamp()`;
  return counted > 0 ? { ok: true } : stepWait(address);
}

/** Reads only. */
export async function stepWait(address: Email): Promise<StepCount> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from "stepSlowedUntil" - clock_timestamp()))::int as seconds
    from "TryThrottle" where address = ${address} and "stepSlowedUntil" > clock_timestamp()`;
  if (!row) return { ok: true };
  throttled("tries-slowed");
  return { ok: false, seconds: row.seconds };
}

/** The step was passed: its wrong codes are forgiven, also where they counted as wrong passwords. It switches no password on. */
export async function forgiveSteps(address: Email, database: Database = db()): Promise<void> {
  await database.$executeRaw`
    update "TryThrottle" set "stepFailures" = 0, "stepSlowedUntil" = null,
      failures = case when failures < ${limits.failuresBeforeOff}::int then greatest(0, failures - "stepFailures" + 1) else failures end
    where address = ${address} and "stepFailures" > 0`;
}

async function slowed(address: Email, hit: bigint): Promise<AttemptCount> {
  const [row] = await db().$queryRaw<{ failures: number; seconds: number }[]>`
    with uncounted as (delete from "RangeHit" where id = ${hit})
    select failures, ceil(extract(epoch from "slowedUntil" - clock_timestamp()))::int as seconds
    from "TryThrottle" where address = ${address}`;
  const off = (row?.failures ?? 0) >= limits.failuresBeforeOff;
  const seconds = off ? limits.backoffMostSeconds : Math.max(1, row?.seconds ?? 1);
  throttled(off ? "tries-off" : "tries-slowed");
  return { ok: false, refusal: off ? "off" : "backoff", seconds };
}
