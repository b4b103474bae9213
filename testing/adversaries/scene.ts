import type { Browser, BrowserContext, Locator, Page } from "@playwright/test";
import type { Mail, Mails } from "../inbox/inbox";
import type { Place } from "../place";
import { Program, type StorageState, takesAnyCertificate } from "../program";

const WAIT_MS = 10_000;

/** Whom an attack is aimed at. */
export type Owner = { email: string; password?: string | null };

/** The mail with a link that somebody asked for. */
export type LinkMail = Mail & { link: string; token: string };

/** An attack could not begin; what it is for was neither held nor broken. */
export class NotBegun extends Error {
  override readonly name = "NotBegun";
}

/**
 * Where adversaries act. Nothing in it is the product's own, so that they can be tried at any app on next-auth; what they
 * open is closed at the end.
 */
export class Scene {
  readonly #opened: { close(): Promise<void> }[] = [];

  /** @param headers what each request says: for a network range of the test's own */
  constructor(
    readonly place: Pick<Place, "app" | "apps">,
    private readonly browser: Browser,
    private readonly mails: Mails,
    private readonly headers: Record<string, string> = {},
  ) {}

  /** A browser without a screen. @param storageState the cookies that it begins with */
  async program(app = this.place.app, storageState?: StorageState): Promise<Program> {
    const program = await Program.at(app, this.headers, storageState);
    this.#opened.push({ close: () => program.dispose() });
    return program;
  }

  /** A browser that nobody has used. */
  async browse(options: { scripts?: boolean; app?: string } = {}): Promise<BrowserContext> {
    const { scripts = true, app = this.place.app } = options;
    const context = await this.browser.newContext({
      baseURL: app,
      javaScriptEnabled: scripts,
      ignoreHTTPSErrors: takesAnyCertificate(app),
      extraHTTPHeaders: this.headers,
    });
    this.#opened.push(context);
    return context;
  }

  /** Signs them in by their password. @throws NotBegun */
  async signedIn({ email, password }: Owner, program?: Program): Promise<Program> {
    if (!password) throw new NotBegun(`${email} needs a password`);
    const browser = program ?? (await this.program());
    const answer = await browser.auth("callback/credentials", { email, password });
    if ((await browser.address()) !== email)
      throw new NotBegun(`${email} did not get in by the password: ${answer.status()}`);
    return browser;
  }

  /** Asks for a link, as next-auth's own client does. @throws NotBegun */
  async asksForLink(browser: Program, { email }: Owner): Promise<LinkMail> {
    const known = await this.links(email);
    const answer = await browser.auth("signin/email", { email });
    if (!answer.ok()) throw new NotBegun(`no link for ${email}: ${answer.status()}`);
    return this.linkAfter(email, known);
  }

  /** The mails to an address that hold a link with a token, oldest first: notices may come between them at any moment. */
  async links(email: string): Promise<LinkMail[]> {
    return (await this.mails.mails(email)).flatMap((mail) => {
      const link = mail.links.find((one) => tokenOf(one) !== null);
      return link ? [{ ...mail, link, token: tokenOf(link) ?? "" }] : [];
    });
  }

  /** Waits for the first one after those that are known. @throws NotBegun */
  async linkAfter(email: string, known: readonly LinkMail[] = []): Promise<LinkMail> {
    const late = AbortSignal.timeout(WAIT_MS);
    while (!late.aborted) {
      const come = await this.mails.mails(email);
      const next = (await this.links(email))[known.length];
      if (next) return next;
      await this.mails.arrival(email, come, WAIT_MS, late).catch(() => undefined);
    }
    throw new NotBegun(`no mail with a link to ${email} within ${WAIT_MS} ms`);
  }

  async close(): Promise<void> {
    await Promise.all(this.#opened.splice(0).map((one) => one.close()));
  }
}

/** The token of a link; null where it has none. */
const tokenOf = (link: string) => new URL(link).searchParams.get("token");

/** The button by which a page waits before it uses the link that it was opened by. */
export function buttonOf(page: Page, link: string): Locator {
  const holdsToken = page.locator(`input[type=hidden][value="${tokenOf(link)}"]`);
  return page.locator("form").filter({ has: holdsToken }).locator("[type=submit]").first();
}

/** Opens a link as its reader does: where the page then waits for its own button, that is pressed. @returns who is in */
export async function openLink(context: BrowserContext, link: string): Promise<string | null> {
  const program = Program.in(context);
  const page = await context.newPage();
  await page.goto(link, { waitUntil: "networkidle" });
  const button = buttonOf(page, link);
  if ((await program.address()) === null && (await button.count()) > 0) {
    const answered = page.waitForResponse((one) => one.request().method() === "POST", {
      timeout: WAIT_MS,
    });
    await button.click();
    await answered;
  }
  return program.address();
}
