import { db } from "./client";

/** How far this process's clock is ahead of the database's, which decides. @returns seconds */
export async function secondsAhead(): Promise<number> {
  const [row] = await db().$queryRaw<{ now: number }[]>`
    select extract(epoch from clock_timestamp())::float8 as now`;
  return row ? Date.now() / 1000 - row.now : 0;
}
