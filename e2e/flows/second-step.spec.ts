import type { Page } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { nextCodeOf, turnOn } from "../support/lab/second-step";

const STEP = "/login/dos-pasos";
const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });

async function signOut(page: Page) {
  await page.goto("/cuenta");
  await button(page, "Cerrar sesión").click();
  await expect(page).toHaveURL("/login");
}

async function byPassword(page: Page, address: string, callbackUrl = "/cuenta") {
  await page.goto(`/login?callbackUrl=${callbackUrl}`);
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await button(page, "Ingresar").click();
}

async function verify(page: Page, code: string) {
  await page.getByLabel("Código de tu app").fill(code);
  await button(page, "Verificar").click();
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("the second step is asked for by password and by link, skipped by a trusted device, passed by a recovery code", async ({
      page,
      context,
      lab,
      arrived,
      inbox,
    }) => {
      const { email: address } = await arrived();
      const { secret, codes } = await turnOn(page, lab);
      const hasSession = async () =>
        (await context.cookies()).some(({ name }) => name.includes("session"));
      await signOut(page);

      await byPassword(page, address, "/cuenta/sesiones");
      await expect(page).toHaveURL(STEP);
      await expect(page.locator("main")).toContainText(address);
      expect(await hasSession()).toBe(false);
      await verify(page, "000000");
      await expect(page.getByText("Te quedan 4 intentos.").first()).toBeVisible();
      await page.reload();
      await page.getByLabel("Confiar en este dispositivo por 30 días").check();
      await verify(page, await nextCodeOf(lab.database, address, secret));
      await expect(page).toHaveURL("/cuenta/sesiones");
      expect(await hasSession()).toBe(true);

      await signOut(page);
      await byPassword(page, address);
      await expect(page).toHaveURL("/cuenta");
      // it skipped the step, and so proves nothing
      await page.goto("/cuenta/dos-pasos");
      await expect(page).toHaveURL(/\/cuenta\/confirmar/);
      await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
      await button(page, "Continuar").click();
      await expect(page).toHaveURL(STEP);
      await verify(page, await nextCodeOf(lab.database, address, secret));
      await expect(page).toHaveURL("/cuenta/dos-pasos");
      await button(page, "Quitar").click();
      await expect(page.getByText("Ya no confiamos en ese dispositivo.")).toBeVisible();
      await signOut(page);

      await page.goto("/login/correo");
      await page.getByLabel("Correo electrónico").fill(address);
      await button(page, "Enviar link mágico").click();
      await expect(page).toHaveURL("/login/correo/enviado");
      const mail = await inbox.next(address, { subject: "Tu link mágico" });
      await page.goto(mail.link);
      if (!scripts) await button(page, "Ingresar").click();
      await expect(page).toHaveURL(STEP);
      await page.getByRole("link", { name: "Usar un código de recuperación" }).click();
      await page.getByLabel("Código de recuperación").fill("nada");
      await button(page, "Verificar").click();
      await expect(page.getByText("Te quedan 4 intentos.").first()).toBeVisible();
      await page.getByLabel("Código de recuperación").fill((codes[0] ?? "").toLowerCase());
      await button(page, "Verificar").click();
      await expect(page).toHaveURL("/cuenta");
      expect((await inbox.next(address, { subject: "código de recuperación" })).subject).toContain(
        "dos pasos",
      );
    });
  });
