import { test as base } from "@playwright/test";
import { freshAddress, RESERVED_DOMAIN } from "./address";
import { MayNotTakeAway, takeAway } from "./adversaries/away";
import { CrossSite } from "./adversaries/cross-site";
import { DoubleClicker } from "./adversaries/double-clicker";
import { Outage } from "./adversaries/outage";
import { PreHijacker } from "./adversaries/pre-hijacker";
import { Racer } from "./adversaries/racer";
import { Scanner } from "./adversaries/scanner";
import { Scene } from "./adversaries/scene";
import { Thief } from "./adversaries/thief";
import { type Authenticator, authenticatorOf } from "./authenticator";
import { Clock } from "./clock";
import { Database } from "./database";
import { endFaults, Faults } from "./faults";
import { Google } from "./google/google";
import { GoogleOfTest } from "./google/of-test";
import { Inbox, type MailFault, type Mails } from "./inbox/inbox";
import { inboxAt } from "./inbox/inbox-at";
import { Mailbox } from "./inbox/mailbox";
import { leaveOut } from "./left-out";
import { type Limits, limitsOf } from "./limits";
import { Mine } from "./mine";
import { type AppOwner, otpOf } from "./otp";
import { byRegistering, bySql } from "./person/making";
import { People } from "./person/people";
import type { Person, Wanted } from "./person/person";
import { NoPlace, type Place, placeOf } from "./place";
import { removeRows } from "./rows";
import { type SignIn, signInAt } from "./sign-in/sign-in";
import { LONGEST_TURN_MS, type Turn, Turns, turnOf } from "./turns";

type OfTest = {
  /** the people, addresses and networks of this test: what is made for it is removed when it ends */
  mine: Mine;
  /** where `inbox` looks; null where nobody can look into mailboxes */
  mailbox: Mailbox | null;
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
  /** held by every test, so that who breaks something disturbs nobody */
  turn: Turn;
  /** the network that this test comes from */
  limits: Limits;
  /** mails to this test's addresses; `fault` makes the mail server fail that way until the test ends */
  inbox: Mailbox & { fault: (fault: MailFault) => Promise<void> };
  /** the local Google; its accounts, claims and faults are put back when the test ends */
  google: GoogleOfTest;
  /** time that passes for this test's people, addresses and network */
  clock: Clock;
  /** where the adversaries act */
  scene: Scene;
  /** opens links before their reader does */
  scanner: Scanner;
  /** has a forwarded mail, a copied cookie */
  thief: Thief;
  /** does at the same instant what is meant to be done once */
  racer: Racer;
  /** prepares accounts for the addresses of others */
  preHijacker: PreHijacker;
  /** a page of another origin */
  crossSite: CrossSite;
  /** presses twice */
  doubleClicker: DoubleClicker;
  /** takes the database, the mail server, Google away from everybody */
  outage: Outage;
};
type OfWorker = {
  /** where the product runs */
  place: Place;
  /** past the product: to look at rows; null where none may be written into */
  database: Database | null;
  /** who reads mails; null where nobody can */
  mails: Mails | null;
  turns: Turns | null;
};

const A_LOCAL_PLACE = "a local product and a database made for tests (INGRESO_LOCAL)";
const A_ROLE_OF_ITS_OWN = "a role that owns the database and may create others";
const AN_INBOX = "an inbox that can be read (INBOX_URL)";

/** By how much the clock of an inbox elsewhere may differ. */
const APART_MS = 60_000;

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

  mails: [
    async ({ place: { inbox, databaseUrl } }, use) => {
      if (inbox === null) return use(null);
      await use(databaseUrl === null ? await inboxAt(inbox) : new Inbox(inbox));
    },
    { scope: "worker" },
  ],

  turns: [
    async ({ place }, use) => {
      const { databaseUrl, settings } = place;
      if (databaseUrl === null) return use(null);
      const turns = new Turns(settings.DATABASE_DIRECT_URL || databaseUrl);
      await turns.share().catch((cause: Error) => {
        const said = `the database of ${place.app} cannot be asked (${cause.message})`;
        throw new NoPlace(`${said}: is npm run preview running still?`, { cause });
      });
      await endFaults(place);
      await turns.end();
      await use(turns);
      await turns.close();
    },
    { scope: "worker", timeout: LONGEST_TURN_MS },
  ],

  turn: [
    async ({ place, turns }, use, info) => {
      if (await turns?.share()) await endFaults(place);
      await use(turnOf(turns, info));
      await turns?.end();
    },
    { auto: true, timeout: LONGEST_TURN_MS },
  ],

  mine: async ({ database }, use) => {
    const mine = new Mine();
    await use(mine);
    if (database) await removeRows(database, mine);
  },

  limits: [
    async ({ place, database, mine }, use) => use(await limitsOf(place, database, mine)),
    { auto: true },
  ],

  mailbox: async ({ place, mails, mine }, use) => {
    if (mails === null) return use(null);
    if (place.databaseUrl !== null) return use(new Mailbox(mails, mine, Date.now()));
    const address = freshAddress(RESERVED_DOMAIN);
    await use(new Mailbox(mails, mine, Date.now() - APART_MS, address));
  },

  inbox: async ({ place, mails, mailbox, turn }, use, info) => {
    if (mailbox === null) leaveOut(info, "inbox", AN_INBOX);
    const ours = place.databaseUrl !== null && mails instanceof Inbox ? mails : null;
    const faults = new Faults<MailFault>(
      async (fault) => ours?.fault(fault),
      { mode: "none" },
      async () => {
        if (ours === null) leaveOut(info, "inbox.fault", A_LOCAL_PLACE);
        await turn.alone();
      },
    );
    await use(Object.assign(mailbox, { fault: (fault: MailFault) => faults.set(fault) }));
    await faults.putBack();
  },

  google: async ({ place, turn }, use, info) => {
    if (place.google === null) leaveOut(info, "google", "the local Google");
    const google = new GoogleOfTest(new Google(place.google), turn.alone);
    await use(google);
    await google.putBack();
  },

  clock: async ({ database, mine }, use, info) => {
    if (database === null) leaveOut(info, "clock", A_LOCAL_PLACE);
    await use(new Clock(database, mine));
  },

  baseURL: async ({ place }, use) => use(place.app),

  people: async ({ place, database, mine, mailbox }, use, info) => {
    const lacks = (wanted: string) => leaveOut(info, wanted, A_LOCAL_PLACE);
    const people = new People(
      database
        ? bySql(database, place)
        : byRegistering(place, mailbox ?? leaveOut(info, "person", AN_INBOX), lacks),
      mine,
    );
    await use(people);
    await people.forget();
  },

  person: async ({ people }, use) => use((wanted) => people.make(wanted)),

  otp: async ({ database }, use, info) => {
    if (!database) leaveOut(info, "otp", A_LOCAL_PLACE);
    await use((person) => otpOf(person, database));
  },

  signIn: async ({ place, database, mailbox, limits: { network } }, use, info) => {
    await use(
      signInAt({
        ...{ place, database, network },
        magicLink: (to, ask) =>
          (mailbox ?? leaveOut(info, "signIn by mail", AN_INBOX)).magicLink(to, ask),
        lacks: (wanted) => leaveOut(info, wanted, A_LOCAL_PLACE),
      }),
    );
  },

  authenticator: async ({ page, people }, use) => {
    const authenticator = await authenticatorOf(page, true);
    await people.each(async ({ passkey }) => passkey && authenticator.hold(passkey));
    await use(authenticator);
  },

  extraHTTPHeaders: async ({ extraHTTPHeaders, limits }, use) =>
    use({ ...extraHTTPHeaders, ...limits.headers }),

  scene: async ({ place, browser, mails, extraHTTPHeaders }, use, info) => {
    if (mails === null) leaveOut(info, "an adversary", AN_INBOX);
    const scene = new Scene(place, browser, mails, extraHTTPHeaders);
    await use(scene);
    await scene.close();
  },

  scanner: async ({ scene }, use) => use(new Scanner(scene)),

  thief: async ({ scene }, use) => use(new Thief(scene)),

  racer: async ({ scene, place }, use, info) => {
    if (place.databaseUrl === null) leaveOut(info, "racer", A_LOCAL_PLACE);
    if (place.apps.length === 1) {
      const description = "one process alone raced: INGRESO_SECOND names another";
      info.annotations.push({ type: "racer", description });
    }
    await use(new Racer(scene));
  },

  preHijacker: async ({ scene, google, clock, mine }, use) => {
    const fresh = (domain?: string) => {
      const address = freshAddress(domain);
      mine.addAddress(address);
      return address;
    };
    await use(new PreHijacker(scene, { google, clock, fresh }));
  },

  crossSite: async ({ scene }, use) => {
    const crossSite = await CrossSite.at(scene);
    await use(crossSite);
    await crossSite.close();
  },

  doubleClicker: async ({ scene, people }, use) =>
    use(new DoubleClicker(scene, (person) => people.add(person))),

  outage: async ({ scene, place, inbox, google, turn }, use, info) => {
    const { databaseUrl, settings } = place;
    if (databaseUrl === null) leaveOut(info, "outage", A_LOCAL_PLACE);
    const direct = settings.DATABASE_DIRECT_URL || databaseUrl;
    let giveBack: (() => Promise<void>) | undefined;
    const away = async () => {
      await turn.alone();
      giveBack = await takeAway(direct).catch((error) => {
        if (error instanceof MayNotTakeAway) leaveOut(info, "outage", A_ROLE_OF_ITS_OWN);
        throw error;
      });
      return giveBack;
    };
    await use(new Outage(scene, { takeAway: away, inbox, google }));
    // a test whose time was over meanwhile is still in there, and its people are still to be removed
    await giveBack?.();
  },
});
