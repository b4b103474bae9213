import { test as base } from "@playwright/test";
import { type Authenticator, authenticatorOf } from "./authenticator";
import { Database } from "./database";
import { leaveOut } from "./left-out";
import { Mine } from "./mine";
import { type AppOwner, otpOf } from "./otp";
import { People } from "./person/people";
import type { Person, Wanted } from "./person/person";
import { type Place, placeOf } from "./place";
import { removeRows } from "./rows";
import { type SignIn, signInAt } from "./sign-in/sign-in";

type OfTest = {
  /** the people, addresses and networks of this test: what is made for it is removed when it ends */
  mine: Mine;
  /** everybody whom `person` made in this test */
  people: People;
  /** makes somebody with an account, in milliseconds; they are removed after the test with all that is theirs */
  person: (wanted?: Wanted) => Promise<Person>;
  /** without a page, the cookies of a browser where they are signed in; with a page, as they do it there */
  signIn: SignIn;
  /** Chromium's authenticator on `page`, with the passkeys of this test's people */
  authenticator: Authenticator;
  /** what somebody's authenticator app shows now; never a code that was used already */
  otp: (person: AppOwner) => Promise<string>;
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

  people: async ({ place, database, mine }, use, info) => {
    if (!database) leaveOut(info, "person", "the database");
    await use(new People({ database, place }, mine));
  },

  person: async ({ people }, use) => use((wanted) => people.make(wanted)),

  otp: async ({ database }, use, info) => {
    if (!database) leaveOut(info, "otp", "the database");
    await use((person) => otpOf(person, database));
  },

  signIn: async ({ place, database, otp }, use, info) => {
    if (!database) leaveOut(info, "signIn", "the database");
    await use(signInAt({ place, database, otp }));
  },

  authenticator: async ({ page, people }, use) => {
    const authenticator = await authenticatorOf(page, true);
    await people.each(async ({ passkey }) => passkey && authenticator.hold(passkey));
    await use(authenticator);
  },
});
