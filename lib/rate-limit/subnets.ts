import { limits } from "../config/limits";
import { db } from "../database/client";
import { throttled } from "../telemetry/tell";

/** What a network range is limited in. */
export type RangeKind = "mail" | "try";

export type RangeCount = { ok: true; hit: bigint } | { ok: false; seconds: number };

/**
 * Counts one act of a network range before it happens: of any number at once, exactly as many as the limit has room
 * for. Mails wait until the window has room again; tries, once fifty in it were wrong, for 30 s, doubling with each
 * wrong one to 15 minutes (OWASP ASVS 6.3.1). A function of the database does each in one round trip.
 */
export async function countInRange(kind: RangeKind, range: string): Promise<RangeCount> {
  const counted = await (kind === "mail" ? countMail(range) : countTry(range));
  if (!counted.ok) throttled(kind === "mail" ? "mails-in-range" : "tries-in-range");
  return counted;
}

async function countMail(range: string): Promise<RangeCount> {
  const [counted] = await db().$queryRaw<{ hit: bigint | null }[]>`
    select count_in_range('mail', ${range}, ${limits.mailsPerRange}::int, ${limits.rangeWindow}::int) as hit`;
  const hit = counted?.hit ?? null;
  return hit === null ? { ok: false, seconds: (await mailWait(range)) ?? 1 } : { ok: true, hit };
}

async function countTry(range: string): Promise<RangeCount> {
  const [counted] = await db().$queryRaw<{ hit: bigint | null; wait: number }[]>`
    select hit, wait from count_try_in_range(${range}, ${limits.failuresPerRange}::int, ${limits.rangeWindow}::int,
      ${limits.slowedFirst}::int, ${limits.slowedMost}::int)`;
  const { hit = null, wait = 1 } = counted ?? {};
  return hit === null ? { ok: false, seconds: Math.max(1, wait) } : { ok: true, hit };
}

/** Takes back what turned out not to count: a right password, a mail that was refused. */
export async function uncountInRange(hit: bigint): Promise<void> {
  await db().rangeHit.deleteMany({ where: { id: hit } });
}

/** How many seconds a range has to wait for its next mail; null when it has room. Reads only. */
export async function mailWait(range: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from at + make_interval(secs => ${limits.rangeWindow}::int) - clock_timestamp()))::int as seconds
    from "RangeHit" where range = ${range} and kind = 'mail'
    order by at desc offset ${limits.mailsPerRange - 1} limit 1`;
  return row && row.seconds > 0 ? row.seconds : null;
}
