import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { alertOn, enter } from "../support/lab/pages";

// A forgotten password.

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a new one is chosen from a mail, and the old one is over", async ({
      page,
      address,
      person,
      inbox,
    }) => {
      await person({ email: address });
      await page.goto("/login");
      await page.getByRole("link", { name: "¿Olvidaste tu contraseña?" }).click();
      await page.getByLabel("Correo electrónico").fill(address);
      await page.getByRole("button", { name: "Enviar instrucciones" }).click();
      await expect(page).toHaveURL("/recuperar/enviado");

      const { link } = await inbox.next(address);
      await page.goto(link);
      await page.getByLabel("Nueva contraseña").fill(`${PASSWORD} y nueva`);
      await page.getByRole("button", { name: "Guardar contraseña" }).click();
      await expect(page).toHaveURL(/\/(cuenta|login)/);

      await page.context().clearCookies();
      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await expect(alertOn(page)).toHaveCount(1);
      await page.getByLabel("Contraseña", { exact: true }).fill(`${PASSWORD} y nueva`);
      await page.getByRole("button", { name: "Ingresar", exact: true }).click();
      await expect(page).toHaveURL("/cuenta");

      await page.goto(link);
      await expect(page.getByLabel("Nueva contraseña")).toHaveCount(0);
      await expect(page.getByRole("button", { name: "Enviar instrucciones" })).toBeVisible();
    });

    test("an address without an account sees the same page", async ({ page, address }) => {
      await page.goto("/recuperar");
      await page.getByLabel("Correo electrónico").fill(address);
      await page.getByRole("button", { name: "Enviar instrucciones" }).click();
      await expect(page).toHaveURL("/recuperar/enviado");
      await expect(page.getByText(address).first()).toBeVisible();
    });
  });
