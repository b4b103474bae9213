import type { Page } from "@playwright/test";
import { authenticatorOf } from "../authenticator";
import { send } from "../forms";
import type { ReceivedMail } from "../inbox/mailbox";
import type { Person } from "../person/person";
import { NoSuchWay, SignedInAlready, SignInRefused, type SignInWay } from "./ways";

const LOGIN = "/login";
const STEP = "/login/dos-pasos";
const ACCOUNT = "/cuenta";
const CALLBACK = "/api/auth/callback";

type There = {
  /** origin of the app */
  app: string;
  /** does what asks for a magic link, and waits for its mail */
  magicLink(to: Person, ask: () => Promise<void>): Promise<ReceivedMail>;
  /** the code of their app */
  otp(person: Person): Promise<string>;
};

type Walk = (page: Page, person: Person, there: There) => Promise<void>;

/**
 * Signs a person in as they do it, up to their account.
 * @throws NoSuchWay, SignedInAlready, SignInRefused
 */
export async function signInOn(
  page: Page,
  person: Person,
  way: SignInWay,
  there: There,
): Promise<void> {
  await WAYS[way](page, person, there);
  await page.waitForURL(({ pathname }) => pathname === ACCOUNT || pathname === STEP);
  if (pathOf(page.url()) !== STEP) return;
  const code = await there.otp(person);
  await sent(page, `${CALLBACK}/second-step`, { code });
  await page.waitForURL(({ pathname }) => pathname === ACCOUNT);
}

async function open(page: Page, { app }: There): Promise<void> {
  const response = await page.goto(app + LOGIN, { waitUntil: "commit" });
  if (pathOf(response?.url()) !== LOGIN) throw new SignedInAlready();
}

const byPassword: Walk = async (page, person, there) => {
  const { email, password } = person;
  if (password === null) throw new NoSuchWay(person, "password");
  await open(page, there);
  await sent(page, `${CALLBACK}/credentials`, { email, password });
};

const byGoogle: Walk = async (page, person, there) => {
  const { google } = person;
  if (!google) throw new NoSuchWay(person, "google");
  await open(page, there);
  await send(page, "/api/auth/signin/google");
  await answered(page, `${CALLBACK}/google`, () =>
    page.locator(`button[name="sub"][value="${google.sub}"]`).click(),
  );
};

const byLink: Walk = async (page, person, there) => {
  const { link } = await asked(page, person, there);
  // asked of this page: with scripts the link's own leads on by itself, and is gone at any moment
  const scripts = await page.evaluate(() => !matchMedia("(scripting: none)").matches);
  await answered(page, `${CALLBACK}/email`, async () => {
    await page.goto(link, { waitUntil: "commit" });
    if (!scripts) await send(page, `${CALLBACK}/email`);
  });
};

const byCode: Walk = async (page, person, there) => {
  const { code } = await asked(page, person, there);
  await sent(page, `${CALLBACK}/email`, { code });
};

async function asked(page: Page, person: Person, there: There): Promise<ReceivedMail> {
  await open(page, there);
  await page.goto(`${there.app}/login/correo`);
  return there.magicLink(person, async () => {
    await sent(page, "/api/auth/signin/email", { email: person.email });
    await page.waitForURL(({ pathname }) => pathname === "/login/correo/enviado");
  });
}

/** The field of the address offers it as soon as the page is alive, and the authenticator's owner takes it. */
const byPasskey: Walk = async (page, person, there) => {
  const { passkey } = person;
  if (!passkey) throw new NoSuchWay(person, "passkey");
  const authenticator = await authenticatorOf(page, true);
  await authenticator.only(passkey, () =>
    answered(page, `${CALLBACK}/passkey`, () => open(page, there)),
  );
};

const untouched =
  (walk: Walk): Walk =>
  async (page, person, there) => {
    const authenticator = await authenticatorOf(page);
    const walked = () => walk(page, person, there);
    return authenticator ? authenticator.untouched(walked) : walked();
  };

const WAYS: Record<SignInWay, Walk> = {
  password: untouched(byPassword),
  google: untouched(byGoogle),
  link: untouched(byLink),
  code: untouched(byCode),
  passkey: byPasskey,
};

const sent = (page: Page, action: string, fields: Record<string, string>) =>
  answered(page, action, () => send(page, action, fields));

/** Does what makes the browser post to an address, and waits for what the product answers. @throws SignInRefused */
async function answered(page: Page, address: string, act: () => Promise<void>): Promise<void> {
  const [response] = await Promise.all([
    page.waitForResponse((one) => pathOf(one.url()) === address),
    act(),
  ]);
  // to scripts it says the reason, a browser is led back to a page that has it
  if (response.status() >= 400) {
    const { message = `${address} answered ${response.status()}` } = await response
      .json()
      .catch(() => ({}));
    throw new SignInRefused(message);
  }
  const { location } = response.headers();
  if (location && pathOf(new URL(location, response.url()).href) === LOGIN)
    throw new SignInRefused(`${address} led back to ${location}`);
}

const pathOf = (url = "") => (URL.canParse(url) ? new URL(url).pathname : "");
