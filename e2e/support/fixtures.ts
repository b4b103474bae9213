/**
 * What a browser test stands on. Each Playwright worker has a lab of its own: the production build on a
 * database, an inbox and a Google, on free ports. So a test may break a service or let a week pass
 * (`lab.database.age("8 days")`) and disturbs nobody; it puts a fault back with `{ mode: "none" }`.
 *
 * It is the kit (`ingreso/testing`) at a `place` that this worker has started: `person`, `signIn`, `inbox`, `clock` and all the others
 * are the kit's own. What stands here besides is ours alone: `lab` starts and stops processes, `signedIn` is `person` with `signIn` on
 * `page`, `refusing` is a browser without cookies. Another `test` is added by Playwright's `mergeTests`, as to the kit itself.
 *
 * With BASE_URL there is no lab: only tests tagged `@anywhere`, which use `page` and `address` alone, run.
 */
import { setTimeout } from "node:timers/promises";
import type { Browser, BrowserContext } from "@playwright/test";
import { expect, test as kit, type Person, type Wanted } from "ingreso/testing";
import { type Lab as Local, startLab } from "@/local/lab";
import { servicePorts } from "@/local/ports";
import { freshAddress } from "@/testing/address";
import type { Database } from "@/testing/database";
import { Google } from "@/testing/google/google";
import { Inbox } from "@/testing/inbox/inbox";
import { placeOf, placeOfState } from "@/testing/place";
import { refusingCookies } from "./lab/refusing";
import { watch } from "./lab/watch";

export { expect };

export type Lab = {
  /** origin of the app */
  app: string;
  /** starts a second process on the same database, the first time; @returns its origin */
  second: () => Promise<string>;
  inbox: Inbox;
  google: Google;
  database: Database;
  /** starts and stops processes */
  local: Local;
};

export type MakePerson = (wanted?: Wanted) => Promise<Person>;

const { BASE_URL, SCRIPTS_LATE_MS } = process.env;
const START_MS = 120_000;
/** Neighbouring workers have neighbouring process numbers; their ports must not meet. */
const APART = 3;

type OfTest = {
  address: string;
  /** makes somebody who is signed in on `page`, without its sign-in page */
  signedIn: MakePerson;
  /** the same, and opens their account */
  arrived: MakePerson;
  allowedErrors: RegExp[];
  quiet: undefined;
};
type OfWorker = {
  own: Pick<Lab, "local" | "second"> | null;
  lab: Lab;
  /** a browser whose owner refuses cookies, started the first time it is asked for */
  refusing: () => Promise<Browser>;
};

export const test = kit.extend<OfTest, OfWorker>({
  own: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern
    async ({}, use) => {
      if (BASE_URL) return use(null);
      const [port = 0, secondPort = 0] = await servicePorts(process.pid * APART, 2);
      const local = await startLab({
        port,
        mode: "preview",
        fast: true,
        env: { BCRYPT_COST: "10" },
      });
      let joined: Promise<{ url: string }> | undefined;
      const second = async () => {
        joined ??= local.join(secondPort);
        return (await joined).url;
      };
      await use({ local, second });
      await local.stop();
    },
    { scope: "worker", timeout: START_MS },
  ],

  place: [
    async ({ own }, use) => use(own ? placeOfState(own.local) : placeOf(process.env)),
    { scope: "worker" },
  ],

  lab: [
    async ({ own, database }, use) => {
      if (own === null || database === null) throw new Error("a deployment has no lab");
      const { local, second } = own;
      const inbox = new Inbox(local.inbox ?? "");
      const google = new Google(local.google);
      await use({ app: local.app, second, inbox, google, database, local });
    },
    { scope: "worker", auto: BASE_URL === undefined },
  ],

  refusing: [
    async ({ launchOptions }, use) => {
      let started: ReturnType<typeof refusingCookies> | undefined;
      await use(async () => {
        started ??= refusingCookies(launchOptions);
        return (await started).browser;
      });
      await (await started)?.close();
    },
    { scope: "worker" },
  ],

  /** A person nobody knows yet. */
  // biome-ignore lint/correctness/noEmptyPattern: as above
  address: async ({}, use) => await use(freshAddress()),

  signedIn: async ({ context, person, signIn }, use) => {
    await use(async (wanted) => {
      const made = await person(wanted);
      await context.addCookies((await signIn(made)).cookies);
      return made;
    });
  },

  arrived: async ({ page, signedIn }, use) => {
    await use(async (wanted) => {
      const made = await signedIn(wanted);
      await page.goto("/cuenta");
      return made;
    });
  },

  /** Errors in the browser's console that a test expects. */
  allowedErrors: [[], { option: true }],

  quiet: [
    async ({ context, allowedErrors }, use) => {
      const errors = watch(context, allowedErrors);
      if (SCRIPTS_LATE_MS) await holdScripts(context, Number(SCRIPTS_LATE_MS));
      await use(undefined);
      expect(errors, "errors in the browser").toEqual([]);
    },
    { auto: true },
  ],
});

/** As over a slow network: what a test asks of a page that is not alive yet fails then every time, and not once in thousands. */
async function holdScripts(context: BrowserContext, ms: number): Promise<void> {
  await context.route("**/assets/*.js", async (route) => {
    await setTimeout(ms);
    // the page may be gone by then
    await route.continue().catch(() => undefined);
  });
}
