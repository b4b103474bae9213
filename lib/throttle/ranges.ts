import { db } from "../database/client";
import { limits } from "../limits";

/** What a network range is limited in. */
export type RangeKind = "mail" | "try";

const MOST: Record<RangeKind, number> = {
  mail: limits.mailsPerRange,
  try: limits.failuresPerRange,
};

export type RangeCount = { ok: true; hit: bigint } | { ok: false; seconds: number };

/**
 * Counts one act of a network range before it happens: of any number at once, exactly as many as the limit has room
 * for. The database's function `count_in_range` does it in one round trip.
 */
export async function countInRange(kind: RangeKind, range: string): Promise<RangeCount> {
  const [counted] = await db().$queryRaw<{ hit: bigint | null }[]>`
    select count_in_range(${kind}, ${range}, ${MOST[kind]}::int, ${limits.rangeWindow}::int) as hit`;
  const hit = counted?.hit ?? null;
  return hit === null ? { ok: false, seconds: await wait(kind, range) } : { ok: true, hit };
}

/** Takes back what turned out not to count: a right password, a mail that was refused. */
export async function uncountInRange(hit: bigint): Promise<void> {
  await db().rangeHit.deleteMany({ where: { id: hit } });
}

async function wait(kind: RangeKind, range: string): Promise<number> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from at + make_interval(secs => ${limits.rangeWindow}::int) - clock_timestamp()))::int as seconds
    from "RangeHit" where range = ${range} and kind = ${kind}
    order by at desc offset ${MOST[kind] - 1} limit 1`;
  return Math.max(1, row?.seconds ?? 1);
}
