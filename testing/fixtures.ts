import { test as base } from "@playwright/test";
import { Database } from "./database";
import { Mine } from "./mine";
import { type Place, placeOf } from "./place";
import { removeRows } from "./rows";

type OfTest = {
  /** the people, addresses and networks of this test: what is made for it is removed when it ends */
  mine: Mine;
};
type OfWorker = {
  /** where the product runs */
  place: Place;
  /** past the product: to look at rows; null at a deployment */
  database: Database | null;
};

/** Playwright's `test`, with everything that the kit gives. */
export const test = base.extend<OfTest, OfWorker>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern
  place: [async ({}, use) => use(placeOf(process.env)), { scope: "worker" }],

  database: [
    async ({ place }, use) => {
      if (place.databaseUrl === null) return use(null);
      const database = new Database(place.databaseUrl);
      await use(database);
      await database.close();
    },
    { scope: "worker" },
  ],

  mine: async ({ database }, use) => {
    const mine = new Mine();
    await use(mine);
    if (database) await removeRows(database, mine);
  },

  baseURL: async ({ place }, use) => use(place.app),
});
