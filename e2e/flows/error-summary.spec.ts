import type { Page } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { enter } from "../support/lab/pages";

// What is said of wrong fields: on top of the form as it was when that was sent, beside each field until it is touched.

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1366, height: 650 };

/** How far down each field begins, on the page. */
const places = (page: Page) =>
  page
    .locator("main input:not([type=hidden])")
    .evaluateAll((fields) => fields.map((field) => field.getBoundingClientRect().top + scrollY));

/** Counts what a reader would speak again: changes of the texts in the live region. */
const listen = (page: Page) =>
  page.locator("#aviso").evaluate((region) => {
    const spoken: string[] = [];
    new MutationObserver((changes) => spoken.push(...changes.map(({ type }) => type))).observe(
      region,
      { childList: true, characterData: true, subtree: true },
    );
    Object.assign(window, { spoken });
  });

for (const viewport of [PHONE, LAPTOP])
  test.describe(`${viewport.width} pixels wide`, () => {
    test.use({ viewport });

    test("the summary stays as it was said, and nothing moves under who corrects the fields", async ({
      page,
    }) => {
      await page.goto("/registro");
      await page.getByRole("button", { name: "Crear cuenta" }).click();
      const summary = page.getByRole("alert").filter({ hasText: "Revisa 3 campos" });
      await expect(summary).toBeFocused();
      await expect(page).toHaveTitle(/^Error: /);
      const links = summary.getByRole("link");
      for (const link of await links.all())
        expect((await link.boundingBox())?.height).toBeGreaterThanOrEqual(24);
      await links.filter({ hasText: "Escribe tu correo" }).click();
      await expect(page.getByLabel("Correo electrónico")).toBeFocused();

      await listen(page);
      const before = await places(page);
      for (const [label, text] of [
        ["Nombre", "Ana"],
        ["Correo electrónico", "ana@gmail,com"],
        ["Contraseña", "una clave que nadie tiene"],
      ] as const) {
        const field = page.getByLabel(label, { exact: true });
        await expect(field).toHaveAttribute("aria-invalid", "true");
        await expect(field).toHaveAccessibleDescription(/Escribe tu/);
        await field.pressSequentially(text);
        await expect(field).not.toHaveAttribute("aria-invalid");
        await expect(field).not.toHaveAccessibleDescription(/Escribe tu/);
        expect(await places(page), label).toEqual(before);
      }
      await expect(summary).toContainText("Revisa 3 campos");
      await expect(links).toHaveText([
        "Escribe tu nombre",
        "Escribe tu correo",
        "Escribe tu contraseña",
      ]);
      expect(await page.evaluate("spoken")).toEqual([]);
      await expect(page).toHaveTitle(/^Crea tu cuenta/);

      // sent again it is about what is wrong now
      await page.getByRole("button", { name: "Crear cuenta" }).click();
      await expect(summary).toHaveCount(0);
      await expect(page.getByLabel("Correo electrónico")).toBeFocused();
      // a comma is refused, and what was meant is offered beside that
      await page.getByRole("button", { name: "ana@gmail.com", exact: true }).click();
      await expect(page.getByLabel("Correo electrónico")).toHaveValue("ana@gmail.com");
    });
  });

test("nothing moves when an error comes, and a laptop shows the whole form with it", async ({
  page,
}) => {
  await page.setViewportSize(LAPTOP);
  for (const path of ["/login", "/registro", "/login/correo", "/recuperar"]) {
    await page.goto(path);
    const before = await places(page);
    await page.locator("main form[novalidate] [type=submit]").click();
    await expect(page.locator("[aria-invalid=true]")).not.toHaveCount(0);
    expect([path, await places(page)]).toEqual([path, before]);
    const hidden = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect([path, hidden]).toEqual([path, 0]);
  }

  // two fields beside each other stay on one line, though one of them has more said of it
  await page.goto("/registro");
  await page.getByLabel("Nombre").fill("Ana");
  await page.getByLabel("Correo electrónico").fill("ana");
  await page.getByLabel("Contraseña", { exact: true }).fill("corta");
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Revisa 2 campos" })).toBeFocused();
  const [name, email] = await places(page);
  expect(name).toBe(email);
});

test("after a wrong password both fields look wrong, also the one in focus and in forced colours", async ({
  page,
  address,
}) => {
  await page.goto("/login");
  await enter(page, address, PASSWORD);
  const [email, password] = [page.getByLabel("Correo electrónico"), page.locator("#password")];
  await expect(password).toBeFocused();
  for (const field of [email, password])
    await expect(field).toHaveAttribute("aria-invalid", "true");
  const red = await email.evaluate((field) => getComputedStyle(field).borderColor);
  await expect(password).toHaveCSS("outline-color", red);

  await page.emulateMedia({ forcedColors: "active" });
  for (const field of [email, password]) await expect(field).toHaveCSS("border-style", "dashed");
  await email.pressSequentially("x");
  for (const field of [email, password]) await expect(field).toHaveCSS("border-style", "solid");
});
