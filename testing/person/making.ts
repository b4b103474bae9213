import { RESERVED_DOMAIN } from "../address";
import type { Database } from "../database";
import { Google } from "../google/google";
import type { Mailbox } from "../inbox/mailbox";
import type { Place } from "../place";
import { makePerson } from "./make";
import type { Making } from "./people";
import { deleteAccount, register } from "./register";

/** By SQL; their rows are removed with all others of the test. */
export function bySql(database: Database, place: Pick<Place, "google" | "settings">): Making {
  return {
    make: (wanted) => makePerson(wanted, { database, place }),
    async forget({ google }) {
      if (google && place.google) await new Google(place.google).remove(google.sub);
    },
  };
}

/**
 * Through the pages of a deployment, where a person has a password and nothing else.
 * @param lacks what to do where something else is wanted
 */
export function byRegistering(
  { app }: Place,
  mailbox: Mailbox,
  lacks: (wanted: string) => never,
): Making {
  return {
    async make(wanted) {
      const { google, passkey, secondStep, password = true } = wanted;
      for (const [way, is] of Object.entries({ google, passkey, secondStep }))
        if (is) lacks(`person({ ${way}: true })`);
      if (!password) lacks("person({ password: false })");
      const mailTo = (address: string) => mailbox.next(address);
      return register({ domain: RESERVED_DOMAIN, ...wanted }, { app, mailTo });
    },
    async forget(person) {
      // a test may have deleted the account, or changed its password
      await deleteAccount(app, person).catch((fault: Error) =>
        console.log(`  ${person.email} may be left at ${app}: ${fault.message}`),
      );
    },
  };
}
