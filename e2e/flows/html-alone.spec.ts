import type { Page } from "@playwright/test";
import { freshAddress } from "@/testing/address";
import { Program, tokenIn } from "@/testing/program";
import { expect, type Lab, test } from "../support/fixtures";
import { PASSWORD, register } from "../support/lab/person";

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

test("a code goes as it was written or pasted, without scripts", async ({ page, address, lab }) => {
  await ask(page, "/login/correo", "Enviar link mágico", address);
  const { text } = await lab.inbox.wait(address);
  const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
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
}) => {
  const other = await browser.newContext({ javaScriptEnabled: false });
  const elsewhere = await other.newPage();
  const reset = await resetLink(lab, address);
  const seen: string[] = [];
  for (const path of ["/login", "/registro", reset, await verifyLink(lab)]) {
    await elsewhere.goto(lab.app + path);
    for (const password of await elsewhere.locator('input[type="password"]').all()) {
      const form = elsewhere.locator("form").filter({ has: password });
      await expect(form.locator('[autocomplete^="username"]')).toHaveCount(1);
      seen.push(path);
    }
  }
  await other.close();
  expect(seen).toHaveLength(4);

  await page.goto(lab.app + reset);
  await expect(page.locator('[autocomplete="username"]')).toHaveValue(address);
});

async function resetLink(lab: Lab, address: string): Promise<string> {
  await register(lab.app, lab.inbox, address);
  const { id } = await lab.inbox.wait(address);
  const program = await Program.at(lab.app);
  await program.post("/recuperar/enviar", { email: address });
  await program.dispose();
  return `/recuperar/nueva?token=${tokenIn(await lab.inbox.wait(address, id))}`;
}

async function verifyLink(lab: Lab): Promise<string> {
  const address = freshAddress();
  const program = await Program.at(lab.app);
  await program.post("/registro/crear", { name: "Ana", email: address, password: PASSWORD });
  await program.dispose();
  return `/registro/verificar?token=${tokenIn(await lab.inbox.wait(address))}`;
}
