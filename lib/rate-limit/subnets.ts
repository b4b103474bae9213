import { limits } from "../config/limits";
import { db } from "../database/client";
import { throttled } from "../telemetry/tell";

/** What a network range is limited in. */
export type SubnetLimit = "mail" | "try";

export type SubnetCount = { ok: true; hit: bigint } | { ok: false; seconds: number };

/**
 * Counts one act of a network range before it happens: of any number at once, exactly as many as the limit has room
 * for. Mails wait until the window has room again; tries, once fifty in it were wrong, for 30 s, doubling with each
 * wrong one to 15 minutes (OWASP ASVS 6.3.1). A function of the database does each in one round trip.
 */
export async function countInSubnet(kind: SubnetLimit, subnet: string): Promise<SubnetCount> {
  const counted = await (kind === "mail" ? countMail(subnet) : countTry(subnet));
  if (!counted.ok) throttled(kind === "mail" ? "mails-in-range" : "tries-in-range");
  return counted;
}

async function countMail(subnet: string): Promise<SubnetCount> {
  const [counted] = await db().$queryRaw<{ hit: bigint | null }[]>`
    select count_in_range('mail', ${subnet}, ${limits.emailsPerSubnet}::int, ${limits.subnetWindowSeconds}::int) as hit`;
  const hit = counted?.hit ?? null;
  return hit === null ? { ok: false, seconds: (await mailWait(subnet)) ?? 1 } : { ok: true, hit };
}

async function countTry(subnet: string): Promise<SubnetCount> {
  const [counted] = await db().$queryRaw<{ hit: bigint | null; wait: number }[]>`
    select hit, wait from count_try_in_range(${subnet}, ${limits.failuresPerSubnet}::int, ${limits.subnetWindowSeconds}::int,
      ${limits.backoffFirstSeconds}::int, ${limits.backoffMostSeconds}::int)`;
  const { hit = null, wait = 1 } = counted ?? {};
  return hit === null ? { ok: false, seconds: Math.max(1, wait) } : { ok: true, hit };
}

/** Takes back what turned out not to count: a right password, a mail that was refused. */
export async function uncountInSubnet(hit: bigint): Promise<void> {
  await db().rangeHit.deleteMany({ where: { id: hit } });
}

/** How many seconds a range has to wait for its next mail; null when it has room. Reads only. */
export async function mailWait(subnet: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from at + make_interval(secs => ${limits.subnetWindowSeconds}::int) - clock_timestamp()))::int as seconds
    from "RangeHit" where range = ${subnet} and kind = 'mail'
    order by at desc offset ${limits.emailsPerSubnet - 1} limit 1`;
  return row && row.seconds > 0 ? row.seconds : null;
}
