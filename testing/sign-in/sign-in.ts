import type { Page } from "@playwright/test";
import type { Database } from "../database";
import type { ReceivedMail } from "../inbox/mailbox";
import { otpOf } from "../otp";
import type { Person } from "../person/person";
import { enter } from "../person/register";
import type { Place } from "../place";
import { signInOn } from "./pages";
import { openSession, type StorageState } from "./session";
import { mustHave, type SignInWay, usualWay } from "./ways";

export type SignIn = {
  /**
   * Signs in without a page, in milliseconds: `browser.newContext({ storageState: await signIn(ana) })`. At a deployment it is a
   * sign-in by password, and takes as long as one.
   * @param by what the session says that it was opened by; where it is left out, the first way that they have
   * @throws NoSuchWay where they do not have it
   */
  (person: Person, by?: SignInWay): Promise<StorageState>;
  /** Signs in on a page where nobody is, as a person does it, through the second step where that is on; ends at their account. */
  (person: Person, by: SignInWay, page: Page): Promise<void>;
};

type There = {
  place: Place;
  database: Database | null;
  /** the network that it comes from */
  network: string;
  magicLink(to: Person, ask: () => Promise<void>): Promise<ReceivedMail>;
  /** @param wanted what this place cannot do */
  lacks(wanted: string): never;
};

export function signInAt(there: There): SignIn {
  const { place, database, network, magicLink, lacks } = there;
  function signIn(person: Person, by?: SignInWay): Promise<StorageState>;
  function signIn(person: Person, by: SignInWay, page: Page): Promise<void>;
  async function signIn(person: Person, by = usualWay(person), page?: Page) {
    if (page || database) mustHave(person, by);
    if (page) {
      const otp = () => (database ? otpOf(person, database) : lacks("the second step"));
      return signInOn(page, person, by, { app: place.app, magicLink, otp });
    }
    if (database) return openSession(person, by, { database, place, network });
    return by === "password" ? enterAt(place.app, person) : lacks(`signIn(person, "${by}")`);
  }
  return signIn;
}

async function enterAt(app: string, person: Person): Promise<StorageState> {
  const browser = await enter(app, person);
  try {
    return await browser.context.storageState();
  } finally {
    await browser.dispose();
  }
}
