import { expect } from "@playwright/test";
import type { GoogleFault } from "../google/google";
import type { MailFault } from "../inbox/inbox";
import type { Program } from "../program";
import { NotBegun, type Owner, type Scene } from "./scene";

/** in milliseconds: the product's bounds, with slack for a busy machine */
const AWAY_WITHIN = 10_000;
const BACK_WITHIN = 20_000;

type Behind = {
  /** takes the database away from everybody, once that disturbs nobody; @returns what gives it back */
  takeAway: () => Promise<() => Promise<void>>;
  inbox: { fault(fault: MailFault): Promise<void> };
  google: { fault(fault: GoogleFault): Promise<void> };
};
type Deed = () => Promise<unknown>;

/**
 * Takes away what stands behind the app, for everybody, and gives it back. What a test does meanwhile it hands over as a
 * deed.
 */
export class Outage {
  readonly expects = {
    database:
      "while the database is away a page says so with a 503 and when to come back; nobody is signed out, and all works again by itself",
    mail: "while no mail can be sent that is said and not counted: a link comes at once when it can",
    google:
      "while Google is away the other ways in do not notice, and it is a way in again once it is back",
  } as const;

  constructor(
    private readonly scene: Scene,
    private readonly behind: Behind,
  ) {}

  /** @param owner somebody with a password, who is signed in meanwhile */
  async database(owner: Owner, deed: Deed = nothing): Promise<void> {
    const { scene, expects } = this;
    const program = await scene.signedIn(owner);
    const signedIn = await program.context.storageState();
    const giveBack = await this.behind.takeAway();
    try {
      await expect
        .poll(() => statusOf(program, "/login"), {
          timeout: AWAY_WITHIN,
          message: expects.database,
        })
        .toBe(503);
      const page = await program.context.get("/cuenta", { headers: { accept: "text/html" } });
      expect(page.status(), expects.database).toBe(503);
      expect(Number(page.headers()["retry-after"]), expects.database).toBeGreaterThan(0);
      await deed();
    } finally {
      await giveBack();
    }
    await expect
      .poll(() => statusOf(program, "/login"), { timeout: BACK_WITHIN, message: expects.database })
      .toBe(200);
    expect(await program.address(), expects.database).toBe(owner.email);
    // and not for the browser alone that asked meanwhile
    const same = await scene.program(undefined, signedIn);
    expect(await same.address(), expects.database).toBe(owner.email);
  }

  /** @param owner somebody who asks for a link meanwhile */
  async mail(owner: Owner, deed: Deed = nothing): Promise<void> {
    const { scene, expects } = this;
    const known = await scene.links(owner.email);
    const program = await scene.program();
    await this.behind.inbox.fault({ mode: "refuse" });
    try {
      const refused = await program.auth("signin/email", { email: owner.email });
      expect(refused.ok(), expects.mail).toBe(false);
      await deed();
    } finally {
      await this.behind.inbox.fault({ mode: "none" });
    }
    expect(await scene.links(owner.email), expects.mail).toEqual(known);
    const asked = await program.auth("signin/email", { email: owner.email });
    expect(asked.status(), expects.mail).toBe(200);
    await scene.linkAfter(owner.email, known);
  }

  /** @param owner somebody with a password */
  async google(owner: Owner, deed: Deed = nothing): Promise<void> {
    const { scene, expects } = this;
    const { google } = this.behind;
    const program = await scene.program();
    await google.fault({ mode: "down" });
    try {
      expect(await statusOf(program, "/login"), expects.google).toBe(200);
      // it may lead to where nobody answers, or say so itself
      const begun = await program.auth("signin/google");
      expect([200, 503], expects.google).toContain(begun.status());
      await scene.signedIn(owner);
      await scene.asksForLink(program, owner);
      await deed();
    } catch (error) {
      if (error instanceof NotBegun) expect(error.message, expects.google).toBe("");
      throw error;
    } finally {
      await google.fault({ mode: "none" });
    }
    const again = await program.auth("signin/google");
    expect(again.status(), expects.google).toBe(200);
    const { url } = await again.json();
    expect((await program.context.get(url)).status(), expects.google).toBe(200);
  }
}

const nothing: Deed = async () => undefined;

async function statusOf(program: Program, path: string): Promise<number> {
  const answer = await program.context.get(path, { headers: { accept: "text/html" } });
  return answer.status();
}
