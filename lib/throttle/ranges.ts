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
 * Counts one act of a network range before it happens. The row is written first and counted afterwards, so of any
 * number at once no more than the limit find themselves within it.
 */
export async function countInRange(kind: RangeKind, range: string): Promise<RangeCount> {
  if ((await hits(kind, range)) >= MOST[kind])
    return { ok: false, seconds: await wait(kind, range) };
  const { id: hit } = await db().rangeHit.create({ data: { kind, range }, select: { id: true } });
  if ((await hits(kind, range)) <= MOST[kind]) return { ok: true, hit };
  await uncountInRange(hit);
  return { ok: false, seconds: await wait(kind, range) };
}

/** Takes back what turned out not to count: a right password, a mail that was refused. */
export async function uncountInRange(hit: bigint): Promise<void> {
  await db().rangeHit.deleteMany({ where: { id: hit } });
}

async function hits(kind: RangeKind, range: string): Promise<number> {
  const [row] = await db().$queryRaw<{ n: number }[]>`
    select count(*)::int as n from "RangeHit"
    where range = ${range} and kind = ${kind}
      and at > clock_timestamp() - make_interval(secs => ${limits.rangeWindow}::int)`;
  return row?.n ?? 0;
}

async function wait(kind: RangeKind, range: string): Promise<number> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from at + make_interval(secs => ${limits.rangeWindow}::int) - clock_timestamp()))::int as seconds
    from "RangeHit" where range = ${range} and kind = ${kind}
    order by at desc offset ${MOST[kind] - 1} limit 1`;
  return Math.max(1, row?.seconds ?? 1);
}
