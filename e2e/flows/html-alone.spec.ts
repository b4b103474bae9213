import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { askedFor } from "../support/lab/mail";

// A form works from its HTML: nothing that its door takes is stopped by the browser's own checks.

test.use({ javaScriptEnabled: false });

/** Addresses that a door takes, and HTML's own check does not. */
const ADDRESSES = ["josé@ejemplo.com", "用户@ejemplo.com", "ana@ñandú.co", "ana@correo.中国"];

for (const address of ADDRESSES)
  test(`${address} goes through every form without scripts`, async ({ page }) => {
    const fresh = address.replace("@", `${Date.now()}@`);
    await page.goto("/login");
    await page.getByLabel("Correo electrónico").fill(fresh);
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Ingresar", exact: true }).click();
    await expect(page).toHaveURL(/error=CredentialsSignin/);

    await ask(page, "/recuperar", "Enviar instrucciones", fresh);
    await expect(page).toHaveURL("/recuperar/enviado");
    await ask(page, "/login/correo", "Enviar link mágico", fresh);
    await expect(page).toHaveURL("/login/correo/enviado");

    await page.goto("/registro");
    await page.getByLabel("Nombre").fill("José");
    await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
    await page.getByLabel("Correo electrónico").fill(fresh);
    await page.getByRole("button", { name: "Crear cuenta" }).click();
    await expect(page).toHaveURL("/registro/enviado");
  });

async function ask(page: Page, path: string, button: string, address: string) {
  await page.goto(path);
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByRole("button", { name: button }).click();
}

test("a code goes as it was written or pasted, without scripts", async ({
  page,
  address,
  inbox,
}) => {
  await ask(page, "/login/correo", "Enviar link mágico", address);
  const { code } = await inbox.next(address);
  const arabic = [...code].map((digit) => String.fromCodePoint(0x660 + Number(digit))).join("");
  await page
    .getByLabel("Código de 6 dígitos")
    .fill(`\u200e${arabic.slice(0, 3)} - ${arabic.slice(3)}\u200e`);
  await page.getByRole("button", { name: "Ingresar con el código" }).click();
  await expect(page).toHaveURL(/\/registro\?token=/);
});

test("beside every password stands whose it is, for password managers", async ({
  page,
  browser,
  address,
  lab,
  person,
}) => {
  const other = await browser.newContext({ javaScriptEnabled: false });
  const elsewhere = await other.newPage();
  await person({ email: address });
  const { link: reset } = await askedFor(lab, "/recuperar/enviar", address);
  const seen: string[] = [];
  const newcomer = { name: "Ana", password: PASSWORD };
  const { link: verify } = await askedFor(lab, "/registro/crear", freshAddress(), newcomer);
  for (const path of ["/login", "/registro", reset, verify]) {
    await elsewhere.goto(new URL(path, lab.app).href);
    for (const password of await elsewhere.locator('input[type="password"]').all()) {
      const form = elsewhere.locator("form").filter({ has: password });
      await expect(form.locator('[autocomplete^="username"]')).toHaveCount(1);
      seen.push(path);
    }
  }
  await other.close();
  expect(seen).toHaveLength(4);

  await page.goto(reset);
  await expect(page.locator('[autocomplete="username"]')).toHaveValue(address);
});
