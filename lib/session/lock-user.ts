import type { Database } from "../database/client";

/**
 * Locks the user's row until the caller's transaction ends: new passwords, ended sessions and removals happen one after
 * another, and no session opens meanwhile. Taken first, against deadlocks.
 * @returns whether the user exists
 */
export async function lockUser(userId: string, transaction: Database): Promise<boolean> {
  const held = await transaction.$queryRaw<unknown[]>`
    select id from "User" where id = ${userId}::uuid for no key update`;
  return held.length > 0;
}
