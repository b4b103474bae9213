import type { Database } from "../database/client";

/**
 * Takes the row of a person until the caller's transaction is over. A new password, the end of all sessions and the end
 * of the account happen one after another by it, and no session opens meanwhile. Taken before anything else, so that no
 * two wait for each other.
 * @returns whether there is such a person
 */
export async function lockUser(userId: string, transaction: Database): Promise<boolean> {
  const held = await transaction.$queryRaw<unknown[]>`
    select id from "User" where id = ${userId}::uuid for no key update`;
  return held.length > 0;
}
