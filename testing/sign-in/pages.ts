import type { Page } from "@playwright/test";
import { authenticatorOf } from "../authenticator";
import { send } from "../forms";
import type { Mail } from "../inbox";
import type { Person } from "../person/person";
import { NoSuchWay, type SignInWay } from "./ways";

const LOGIN = "/login";
const STEP = "/login/dos-pasos";
const ACCOUNT = "/cuenta";
const BY_MAIL = "/api/auth/callback/email";

type There = {
  /** origin of the app */
  app: string;
  /** does what sends a mail to an address, and waits for that mail */
  mailAfter(address: string, ask: () => Promise<void>): Promise<Pick<Mail, "links" | "text">>;
  /** the code of their app */
  otp(person: Person): Promise<string>;
};

/** Signs a person in as they do it, on a page where nobody is signed in, up to their account. @throws NoSuchWay */
export async function signInOn(
  page: Page,
  person: Person,
  way: SignInWay,
  there: There,
): Promise<void> {
  if (way === "passkey") return byPasskey(page, person, there);
  const authenticator = authenticatorOf(page);
  // a passkey that it holds would sign somebody in while the form is filled in
  await (await authenticator)?.touched(false);
  await WAYS[way](page, person, there);
  await page.waitForURL(({ pathname }) => pathname === ACCOUNT || pathname === STEP);
  if (new URL(page.url()).pathname === STEP) {
    await send(page, "/api/auth/callback/second-step", { code: await there.otp(person) });
    await page.waitForURL(({ pathname }) => pathname === ACCOUNT);
  }
  await (await authenticator)?.touched(true);
}

const WAYS = { password: byPassword, google: byGoogle, link: byLink, code: byCode };

async function byPassword(page: Page, person: Person, { app }: There): Promise<void> {
  const { email, password } = person;
  if (password === null) throw new NoSuchWay(person, "password");
  await page.goto(app + LOGIN);
  await send(page, "/api/auth/callback/credentials", { email, password });
}

async function byGoogle(page: Page, person: Person, { app }: There): Promise<void> {
  if (!person.google) throw new NoSuchWay(person, "google");
  await page.goto(app + LOGIN);
  await send(page, "/api/auth/signin/google");
  await page.locator(`button[name="sub"][value="${person.google.sub}"]`).click();
}

async function byLink(page: Page, person: Person, there: There): Promise<void> {
  const { links } = await asked(page, person, there);
  await page.goto(links[0] ?? "");
  // without scripts its page waits for the button
  if (await page.evaluate(() => matchMedia("(scripting: none)").matches)) await send(page, BY_MAIL);
}

async function byCode(page: Page, person: Person, there: There): Promise<void> {
  const { text } = await asked(page, person, there);
  await send(page, BY_MAIL, { code: /^\d{6}$/m.exec(text)?.[0] ?? "" });
}

async function asked(page: Page, { email }: Person, { app, mailAfter }: There) {
  await page.goto(`${app}/login/correo`);
  return mailAfter(email, async () => {
    await send(page, "/api/auth/signin/email", { email });
    await page.waitForURL(({ pathname }) => pathname === "/login/correo/enviado");
  });
}

/** The field of the address offers it as soon as the page is alive, and the authenticator's owner chooses it. */
async function byPasskey(page: Page, person: Person, { app }: There): Promise<void> {
  if (!person.passkey) throw new NoSuchWay(person, "passkey");
  const authenticator = await authenticatorOf(page, true);
  const others = await authenticator.leaveOnly(person.passkey);
  await page.goto(app + LOGIN, { waitUntil: "commit" });
  await page.waitForURL(({ pathname }) => pathname === ACCOUNT);
  for (const one of others) await authenticator.put(one);
}
