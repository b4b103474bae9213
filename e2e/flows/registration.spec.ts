import type { Page } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { row } from "../support/lab/account";
import { alertOn, enter } from "../support/lab/pages";
import { register } from "../support/lab/person";

// There is no account with an unproved address.

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an account is made where it was asked for, with the password chosen there", async ({
      page,
      lab,
      address,
    }) => {
      await ask(page, address);
      await page.goto(await linkTo(lab.inbox, address));
      await expect(page.getByLabel("Nueva contraseña")).toHaveCount(0);
      await page.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(row(page, "Sesiones abiertas", "Esta sesión")).toContainText("Registro");

      await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
      const way = page.getByRole("button", { name: "Ingresar", exact: true });
      await expect(way).toHaveAccessibleDescription("Usado la última vez");
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
    });

    test("a verification that was used leads to the sign-in", async ({ page, lab, address }) => {
      await ask(page, address);
      const link = await linkTo(lab.inbox, address);
      await page.goto(link);
      await page.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(page).toHaveURL("/cuenta");

      await page.context().clearCookies();
      await page.goto(link);
      await expect(page.getByRole("heading", { level: 1 })).toContainText("ya se usó");
      await expect(page.getByRole("link", { name: "Crear cuenta" })).toHaveAttribute(
        "href",
        "/registro",
      );
      await page.getByRole("link", { name: "Ingresar", exact: true }).click();
      await expect(page).toHaveURL("/login");
    });

    test("in another browser its password is chosen again", async ({
      page,
      lab,
      address,
      browser,
    }) => {
      await ask(page, address);
      const context = await browser.newContext({ javaScriptEnabled: scripts });
      const elsewhere = await context.newPage();
      await elsewhere.goto(await linkTo(lab.inbox, address));
      await elsewhere.getByLabel("Nueva contraseña").fill(`${PASSWORD} y otra`);
      await elsewhere.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(elsewhere).toHaveURL(`${lab.app}/cuenta`);
      await context.close();

      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await expect(alertOn(page)).toHaveCount(1);
    });

    test("an address with an account sees the same page, and its owner is told", async ({
      page,
      lab,
      address,
    }) => {
      await register(lab.app, lab.inbox, address);
      await lab.database.age("2 minutes");
      const { id } = await lab.inbox.wait(address);
      await ask(page, address);
      const { links } = await lab.inbox.wait(address, id);
      expect(links.join()).not.toContain("/registro/verificar");
      expect(
        await lab.database.sql(`SELECT 1 FROM "User" WHERE email = $1`, [address]),
      ).toHaveLength(1);
    });

    test("a password that everybody has is refused with the reason", async ({ page, address }) => {
      await fill(page, address, "password123");
      await page.getByRole("button", { name: "Crear cuenta" }).click();
      await expect(page.getByLabel("Contraseña", { exact: true })).toHaveAttribute(
        "aria-invalid",
        "true",
      );
      await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
      await expect(page.getByLabel("Nombre")).toHaveValue("Ana Díaz");
    });
  });

async function fill(page: Page, address: string, password: string): Promise<void> {
  await page.goto("/registro");
  await page.getByLabel("Nombre").fill("Ana Díaz");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
}

async function ask(page: Page, address: string): Promise<void> {
  await fill(page, address, PASSWORD);
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page).toHaveURL("/registro/enviado");
}

async function linkTo(inbox: { wait(address: string): Promise<{ links: string[] }> }, to: string) {
  const { links } = await inbox.wait(to);
  return links[0] ?? "";
}
