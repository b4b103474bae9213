import { expect } from "vitest";
import { database } from "../unit";

/**
 * Does something whose connection is cut right before its first such statement, as a process that is killed there
 * loses it: what it had committed stays, what it had begun is undone.
 * @param statement as a trigger says it: `insert on "User"`
 */
export async function cutAt(statement: string, act: () => Promise<unknown>): Promise<void> {
  await database.sql(`
    create or replace function cut_off() returns trigger language plpgsql as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create trigger cut_off before ${statement} execute function cut_off()`);
  try {
    await expect(act(), `cut before ${statement}`).rejects.toThrow();
  } finally {
    await database.sql(`drop trigger cut_off on ${statement.replace(/^.* on /, "")}`);
  }
}
