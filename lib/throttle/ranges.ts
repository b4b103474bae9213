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
 * for. A range at its limit is only read, and waits for no lock.
 */
export async function countInRange(kind: RangeKind, range: string): Promise<RangeCount> {
  if ((await hits(kind, range)) >= MOST[kind])
    return { ok: false, seconds: await wait(kind, range) };
  const database = db();
  const [, [hit]] = await database.$transaction([
    // a statement of its own: the next one must see what was counted while this one waited
    database.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${kind} ${range}`}, 0))`,
    database.$queryRaw<{ id: bigint }[]>`
      insert into "RangeHit" (kind, range) select ${kind}, ${range} where ${MOST[kind]}::int > (
        select count(*) from "RangeHit" where range = ${range} and kind = ${kind}
          and at > clock_timestamp() - make_interval(secs => ${limits.rangeWindow}::int))
      returning id`,
  ]);
  return hit ? { ok: true, hit: hit.id } : { ok: false, seconds: await wait(kind, range) };
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
