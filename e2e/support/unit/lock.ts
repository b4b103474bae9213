import { expect } from "vitest";
import { database } from "../unit";

/** Until one statement waits for a row that somebody else holds. */
export async function waitsForLock(): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(() => database.sql(waiting)).toHaveLength(1);
}
