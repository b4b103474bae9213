import { expect, type Locator, type Page } from "@playwright/test";
import type { Person } from "../person/person";
import { Program, shownTo } from "../program";
import { buttonOf, NotBegun, type Owner, type Scene } from "./scene";

const LEFT_WITHIN_MS = 15_000;
const PASSWORD = "una clave apretada dos veces";

/** Presses everything twice. */
export class DoubleClicker {
  readonly expects = {
    asks: "a form pressed twice, by key and mouse at once, and again after going back sends one mail",
    registers:
      "a registration pressed twice sends one mail, and confirmed twice is one account, which is in",
    signsIn: "a password sent twice signs in",
    uses: "a link's button pressed twice signs in, and leads on",
  } as const;

  /** @param made hears whom it registered, so that they are removed */
  constructor(
    private readonly scene: Scene,
    private readonly made: (person: Person) => Promise<void> = async () => undefined,
  ) {}

  /** @param at the page with the form that asks for a link */
  async asks({ email }: Owner, at = "/login/correo"): Promise<void> {
    const { scene, expects } = this;
    const known = await scene.links(email);
    const page = await this.#page(at);
    const form = page.locator('form[action$="/api/auth/signin/email"]');
    await form.locator("[name=email]").fill(email);
    await leaves(page, () => twice(form));
    for (const press of [twice, byKeyAndMouse]) {
      await page.goBack();
      await form.locator("[name=email]").fill(email);
      await leaves(page, () => press(form));
    }
    expect(await scene.links(email), expects.asks).toHaveLength(known.length + 1);
  }

  /** @param email an address without an account */
  async registers(email: string): Promise<void> {
    const { scene, expects } = this;
    const page = await this.#page("/registro");
    const name = "Ana";
    const form = page.locator('form[action$="/registro/crear"]');
    for (const [field, value] of Object.entries({ name, email, password: PASSWORD }))
      await form.locator(`[name=${field}]`).fill(value);
    await leaves(page, () => twice(form));
    const mails = await scene.links(email);
    expect(mails, expects.registers).toHaveLength(1);
    await page.goto(mails[0]?.link ?? "", { waitUntil: "networkidle" });
    const confirm = page.locator('form[action$="/registro/verificar/confirmar"]');
    if (await confirm.count()) await leaves(page, () => twice(confirm));
    expect(await Program.in(page.context()).address(), expects.registers).toBe(email);
    const { person: id } = await shownTo(page.context().request);
    const lacking = { google: null, passkey: null, secondStep: null };
    await this.made({ id, email, name, language: "es", password: PASSWORD, ...lacking });
  }

  /** @param at the page with the form for a password */
  async signsIn({ email, password }: Owner, at = "/login"): Promise<void> {
    if (!password) throw new NotBegun(`${email} needs a password`);
    const page = await this.#page(at);
    const form = page.locator('form[action$="/api/auth/callback/credentials"]');
    await form.locator("[name=email]").fill(email);
    await form.locator("[name=password]").fill(password);
    await leaves(page, () => byKeyAndMouse(form));
    expect(await Program.in(page.context()).address(), this.expects.signsIn).toBe(email);
  }

  /** Opens a link in another browser than the one that asked, where it waits for its button. */
  async uses(owner: Owner): Promise<void> {
    const { scene, expects } = this;
    const { link } = await scene.asksForLink(await scene.program(), owner);
    const page = await this.#page(link);
    const button = buttonOf(page, link);
    await leaves(page, () => button.evaluate((one: HTMLElement) => [one.click(), one.click()]));
    expect(await Program.in(page.context()).address(), expects.uses).toBe(owner.email);
    // and is not told that it was used
    expect(page.url(), expects.uses).not.toContain(new URL(link).pathname);
  }

  async #page(at: string): Promise<Page> {
    const page = await (await this.scene.browse()).newPage();
    await page.goto(at, { waitUntil: "networkidle" });
    return page;
  }
}

/** Twice within one frame. */
const twice = (form: Locator) =>
  form.evaluate((one: HTMLFormElement) => {
    const button = one.querySelector<HTMLElement>("[type=submit]");
    button?.click();
    button?.click();
  });

/** The key in a field and the button, within one frame. */
const byKeyAndMouse = (form: Locator) =>
  form.evaluate((one: HTMLFormElement) => {
    const button = one.querySelector<HTMLElement>("[type=submit]");
    one.requestSubmit();
    button?.click();
  });

/** Acts, and waits until another page stands there; where none comes, what is expected of it tells. */
async function leaves(page: Page, act: () => Promise<unknown>): Promise<void> {
  const from = page.url();
  await act();
  await page
    .waitForURL((url) => url.href !== from, { timeout: LEFT_WITHIN_MS })
    .catch(() => undefined);
  await page.waitForLoadState("networkidle");
}
