import type { Page } from "@playwright/test";
import { Faults } from "../faults";
import type { Google, GoogleAccount, GoogleFault } from "./google";

/** in milliseconds: for as long a page may be on its way to Google */
const LED_MS = 15_000;

type Known = GoogleAccount & { sub: string };

/** The local Google as one test has it: its accounts, claims and faults are put back when the test ends. */
export class GoogleOfTest {
  readonly #former = new Map<string, Known | undefined>();
  readonly #faults: Faults<GoogleFault>;
  #fault: GoogleFault = { mode: "none" };

  /** @param alone settles once this test disturbs nobody */
  constructor(
    private readonly google: Google,
    alone: () => Promise<void>,
  ) {
    this.#faults = new Faults<GoogleFault>((fault) => google.fault(fault), { mode: "none" }, alone);
  }

  /** Adds an account, or changes the one with that `sub`. */
  async add(account: GoogleAccount): Promise<Known> {
    const { sub } = account;
    const former = sub && (await this.google.accounts()).find((one) => one.sub === sub);
    const added = await this.google.add(account);
    if (!this.#former.has(added.sub)) this.#former.set(added.sub, former || undefined);
    return added;
  }

  /**
   * Chooses an account where the page is being led to Google, and settles once it has left there.
   * @throws where the page does not come there, or no such account is offered
   */
  async choose(page: Page, email: string): Promise<void> {
    const account = page.locator("button[name=sub]");
    await account
      .first()
      .waitFor({ timeout: LED_MS })
      .catch((cause) => {
        throw new Error(`no accounts of Google to choose from at ${page.url().split("?")[0]}`, {
          cause,
        });
      });
    const one = account.filter({ has: page.getByText(email, { exact: true }) });
    if ((await one.count()) === 0)
      throw new Error(`Google has no account ${email}: google.add({ email }) makes one`);
    await one.click();
    await page.waitForURL(({ origin }) => origin !== this.google.origin);
  }

  /** What Google says of whoever signs in from now on, in place of what their account says: `{ email_verified: false }`. */
  async claims(claims: Record<string, unknown>): Promise<void> {
    await this.#tell({ claims });
  }

  /** Makes Google fail that way; the claims that were told stay. */
  async fault(fault: GoogleFault): Promise<void> {
    await this.#tell(fault);
  }

  /** Everything as this test found it. */
  async putBack(): Promise<void> {
    await this.#faults.putBack();
    for (const [sub, former] of this.#former) {
      if (former) await this.google.add({ ...former, hd: former.hd ?? null });
      else await this.google.remove(sub);
    }
  }

  async #tell(change: Partial<GoogleFault>): Promise<void> {
    this.#fault = { ...this.#fault, ...change };
    await this.#faults.set(this.#fault);
  }
}
