import type { Page } from "@playwright/test";
import { CATALOGUES } from "@/lib/messages/messages";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { enter } from "../support/lab/pages";

// One language a page, a reply, a mail: the cookie's, else the account's, else the browser's, else the default.

const { en, es, "pt-BR": pt } = CATALOGUES;
const choose = (page: Page, name: string) =>
  page.getByRole("contentinfo").getByRole("button", { name, exact: true }).click();

test("the footer's form changes the language in place and keeps what was typed, the password too", async ({
  page,
  address,
}) => {
  await page.goto("/registro?callbackUrl=/cuenta");
  await page.getByLabel(es.screen.name.label).fill("Ana");
  await page.getByLabel(es.screen.email.label).fill(address);
  await page.getByLabel(es.screen.password.label, { exact: true }).fill(PASSWORD);
  await choose(page, "Português");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(pt.pages.register.title);
  await expect(page.locator("html")).toHaveAttribute("lang", "pt-BR");
  await expect(page.getByLabel(pt.screen.name.label)).toHaveValue("Ana");
  await expect(page.getByLabel(pt.screen.email.label)).toHaveValue(address);
  await expect(page.getByLabel(pt.screen.password.label, { exact: true })).toHaveValue(PASSWORD);
  await expect(page).toHaveURL(/\/registro\?callbackUrl=(\/|%2F)cuenta$/);
  // it is kept, and said in the header too
  const response = await page.reload();
  expect(response?.headers()["content-language"]).toBe("pt-BR");
  expect(response?.headers().vary).toMatch(/accept-language.*cookie/);
  await choose(page, "Español");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(es.pages.register.title);
});

test.describe("after a deployment", () => {
  test.use({ allowedErrors: [/404 \(Not Found\)/] });

  test("the footer's form is sent by the browser where its script is gone", async ({ page }) => {
    await page.route("**/assets/language.*", (route) => route.fulfill({ status: 404 }));
    await page.goto("/login");
    await choose(page, "English");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page).toHaveURL("/login");
  });
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("the footer's form leads back to the page in the other language, with what was typed", async ({
    page,
    address,
  }) => {
    await page.goto("/registro?callbackUrl=/cuenta");
    await page.getByLabel(es.screen.name.label).fill("Ana");
    await page.getByLabel(es.screen.email.label).fill(address);
    await page.getByLabel(es.screen.password.label, { exact: true }).fill(PASSWORD);
    await choose(page, "English");
    await expect(page).toHaveURL(/\/registro\?callbackUrl=(\/|%2F)cuenta$/);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(en.pages.register.title);
    await expect(page.getByLabel(en.screen.name.label)).toHaveValue("Ana");
    await expect(page.getByLabel(en.screen.email.label)).toHaveValue(address);
    await expect(page.getByLabel(en.screen.password.label, { exact: true })).toHaveValue("");
    // the form still does what it is for
    await page.getByLabel(en.screen.password.label, { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: en.pages.register.submit }).click();
    await expect(page).toHaveURL("/registro/enviado");
    // a page without such a form changes its language as well
    await choose(page, "Português");
    await expect(page).toHaveURL("/registro/enviado");
    await expect(page.locator("html")).toHaveAttribute("lang", "pt-BR");
  });
});

test("a program is answered in the language that it accepts, or chose", async ({
  lab,
  address,
}) => {
  const wrong = { email: address, password: "no es esa clave" };
  const said = async (headers: Record<string, string>) => {
    const program = await Program.at(lab.app, headers);
    const response = await program.post("/api/auth/callback/credentials", wrong);
    const { message } = await response.json();
    return [message, response.headers()["content-language"]];
  };
  const { CredentialsSignin } = en.errors;
  expect(await said({ "accept-language": "fr, pt-PT;q=0.4, en-GB;q=0.9" })).toEqual([
    CredentialsSignin.text,
    "en",
  ]);
  expect(await said({ "accept-language": "pt" })).toEqual([
    pt.errors.CredentialsSignin.text,
    "pt-BR",
  ]);
  for (const unknown of ["fr", "*", "", "es-419", ";;,;q=x"])
    expect(await said({ "accept-language": unknown })).toEqual([
      es.errors.CredentialsSignin.text,
      "es",
    ]);

  const program = await Program.at(lab.app, { "accept-language": "en" });
  expect((await program.post("/idioma", { language: "pt-BR" })).status()).toBe(200);
  const refused = await program.post("/idioma", { language: "fr" });
  expect([refused.status(), await refused.json()]).toMatchObject([
    422,
    { error: "WrongField", fields: { language: pt.replies.languageUnknown } },
  ]);
  for (const page of [
    "//evil.com",
    "https://evil.com",
    "/\\evil.com",
    "/api/health",
    "/registro/crear",
  ]) {
    const led = await program.post("/idioma", { language: "en", page });
    expect((await led.json()).url).toBe(`${lab.app}/`);
  }
});

test("a mail has the language and the zone in which it was asked for", async ({
  browser,
  lab,
  address,
}) => {
  const context = await browser.newContext({ locale: "pt-BR", timezoneId: "Europe/Madrid" });
  const page = await context.newPage();
  await page.goto(`${lab.app}/login/correo`);
  await expect
    .poll(async () => (await context.cookies()).map(({ value }) => value))
    .toContain("Europe/Madrid");
  await page.getByLabel(pt.screen.email.label).fill(address);
  await page.getByRole("button", { name: pt.pages.askForLink.submit }).click();
  const mail = await lab.inbox.wait(address);
  expect(mail.subject).toBe(pt.letters.magicLinkWithoutAccount.subject);
  expect(mail.html).toContain('lang="pt-BR"');
  expect(mail.text).toContain("(horário da Europa Central)");
  await context.close();
});

test("an account speaks the language of its last sign-in, unless a cookie says another", async ({
  browser,
  lab,
  address,
  person,
  signIn,
}) => {
  await signIn(await person({ email: address }));
  const inPortuguese = await browser.newContext({ locale: "pt-BR", baseURL: lab.app });
  const other = await inPortuguese.newPage();
  await other.goto("/login");
  await other.getByLabel(pt.screen.email.label).fill(address);
  await other.getByLabel(pt.screen.password.label, { exact: true }).fill(PASSWORD);
  await other.getByRole("button", { name: pt.pages.login.submit, exact: true }).click();
  await expect(other.getByRole("heading", { name: pt.account.sessions.title })).toBeVisible();
  // told to the account in its language
  await expect
    .poll(async () => (await lab.inbox.mails(address)).map(({ subject }) => subject))
    .toContain(pt.notices["new-device"].subject);

  // a browser that says nothing reads it in the account's
  const page = await (await browser.newContext({ locale: "es-CO", baseURL: lab.app })).newPage();
  await page.goto("/login");
  await enter(page, address, PASSWORD);
  await expect(page).toHaveURL("/cuenta");
  await other.reload();
  await expect(other.getByRole("heading", { name: es.account.sessions.title })).toBeVisible();
  await choose(other, "English");
  await expect(other.getByRole("heading", { name: en.account.sessions.title })).toBeVisible();
  await page.goto("/cuenta");
  await expect(page.getByRole("heading", { name: es.account.sessions.title })).toBeVisible();
});
