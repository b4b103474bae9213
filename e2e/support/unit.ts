/**
 * What a test of `lib` stands on. Vitest starts one embedded PostgreSQL, and an inbox and a Google for each worker; every test FILE
 * gets a database of its own, a copy of a migrated template, and its address in DATABASE_URL beside every other
 * setting, before `lib` is imported. So a test calls the product's verbs as the product does:
 *
 *   import { database, freshAddress, inbox } from "@/e2e/support/unit";
 *   import { reserve } from "./sends";
 *
 *   it("sends again after 60 seconds", async () => {
 *     const address = parse(freshAddress());       // each test its own person: the files' rows may stay
 *     await reserve("magic-link", address);
 *     await database.age("60 seconds");            // time passes by ageing the rows, never by waiting
 *     …
 *   });
 *
 * Nothing needs to be closed: each file is a process of its own, and the server is thrown away.
 */
import { inject } from "vitest";
import { createDatabase, Database } from "@/testing/database";
import { Google } from "@/testing/google/google";
import { Inbox } from "@/testing/inbox/inbox";
import { here } from "./unit/here";

export { freshAddress } from "@/testing/address";

/** This file's own database. */
export const database = new Database(process.env.DATABASE_URL ?? "");

/** This worker's own inbox: what the product sends arrives here, and faults told to it disturb nobody else. */
export const inbox = new Inbox(here().inbox);

/** This worker's own Google. */
export const google = new Google(here().google);

/** A new database without any table, for what migrates. @returns its address */
export async function emptyDatabase(): Promise<string> {
  return await createDatabase(inject("server"));
}
