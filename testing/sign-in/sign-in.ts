import type { Page } from "@playwright/test";
import type { Database } from "../database";
import { Inbox } from "../inbox";
import type { Person } from "../person/person";
import type { Place } from "../place";
import { signInOn } from "./pages";
import { openSession, type StorageState } from "./session";
import { type SignInWay, usualWay } from "./ways";

export type SignIn = {
  /**
   * Signs in without a page, in milliseconds: `browser.newContext({ storageState: await signIn(ana) })`.
   * @param by what the session says that it was opened by; where it is left out, the first way that they have
   */
  (person: Person, by?: SignInWay): Promise<StorageState>;
  /** Signs in on a page where nobody is, as a person does it, through the second step where that is on; ends at their account. */
  (person: Person, by: SignInWay, page: Page): Promise<void>;
};

type There = { place: Place; database: Database; otp(person: Person): Promise<string> };

/** The page needs nothing but the product; a link and a code need somewhere to read mails too. */
export function signInAt({ place, database, otp }: There): SignIn {
  function mailAfter(address: string, ask: () => Promise<void>) {
    if (place.inbox === null) throw new Error("a sign-in by mail needs an inbox: INBOX_URL");
    return new Inbox(place.inbox).linkAfter(address, ask);
  }
  function signIn(person: Person, by?: SignInWay): Promise<StorageState>;
  function signIn(person: Person, by: SignInWay, page: Page): Promise<void>;
  function signIn(person: Person, by = usualWay(person), page?: Page) {
    return page
      ? signInOn(page, person, by, { app: place.app, mailAfter, otp })
      : openSession(person, by, { database, place });
  }
  return signIn;
}
