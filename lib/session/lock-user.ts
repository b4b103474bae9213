import type { Database } from "../database/client";

/**
 * Serialises new passwords, ended sessions and removals, and keeps sessions from opening; taken first, against
 * deadlocks.
 * @returns whether the user exists
 */
export async function lockUser(userId: string, transaction: Database): Promise<boolean> {
  const held = await transaction.$queryRaw<unknown[]>`
    select id from "User" where id = ${userId}::uuid for no key update`;
  return held.length > 0;
}
