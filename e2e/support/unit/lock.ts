import { expect } from "vitest";
import { database } from "../unit";

/** Until so many statements wait for a row that somebody else holds. */
export async function waitsForLock(statements = 1): Promise<void> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  await expect.poll(() => database.sql(waiting)).toHaveLength(statements);
}
