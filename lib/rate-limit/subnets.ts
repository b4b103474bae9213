import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { db } from "../database/client";
import { throttled } from "../telemetry/counters";

export type SubnetCount = { ok: true; hit: bigint } | { ok: false; seconds: number };

/** SQL: the hit of one mail, or null without room. It locks the subnet, so that exactly the allowed number count. */
export const countMail = (subnet: string) => Prisma.sql`
  count_in_range('mail', ${subnet}, ${limits.emailsPerSubnet}::int, ${limits.subnetWindowSeconds}::int)`;

/**
 * SQL: the `hit` of one wrong attempt, or the `wait` in seconds: after fifty in the window 30 s, doubling to 15 minutes
 * (OWASP ASVS 6.3.1); locked alike.
 */
export const countTry = (subnet: string) => Prisma.sql`
  count_try_in_range(${subnet}, ${limits.failuresPerSubnet}::int, ${limits.subnetWindowSeconds}::int,
    ${limits.backoffFirstSeconds}::int, ${limits.backoffMostSeconds}::int)`;

export async function countInSubnet(subnet: string): Promise<SubnetCount> {
  const [counted] = await db().$queryRaw<{ hit: bigint | null; wait: number }[]>`
    select hit, wait from ${countTry(subnet)}`;
  const { hit = null, wait = 1 } = counted ?? {};
  return hit === null ? subnetSlowed(wait) : { ok: true, hit };
}

/** @param wait in seconds, as it was counted */
export function subnetSlowed(wait: number) {
  throttled("tries-in-range");
  return { ok: false, seconds: Math.max(1, wait) } as const;
}

export async function uncountInSubnet(hit: bigint): Promise<void> {
  await db().rangeHit.deleteMany({ where: { id: hit } });
}

/** Seconds, or null when it has room. Reads only. */
export async function mailWait(subnet: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from at + make_interval(secs => ${limits.subnetWindowSeconds}::int) - clock_timestamp()))::int as seconds
    from "RangeHit" where range = ${subnet} and kind = 'mail'
    order by at desc offset ${limits.emailsPerSubnet - 1} limit 1`;
  return row && row.seconds > 0 ? row.seconds : null;
}
