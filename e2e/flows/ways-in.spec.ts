import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { choose, elsewhere, part, row } from "../support/lab/account";
import { alertOn } from "../support/lab/pages";

// The ways into an account, ruled by its owner.

const METHODS = "Métodos de inicio de sesión";
const LINK = { name: "Vincular", exact: true };
const UNLINK = { name: "Desvincular", exact: true };
const ANOTHER = "una clave distinta y larga";

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a Google of one's own is linked, leads in, and is unlinked", async ({
      page,
      lab,
      arrived,
      inbox,
    }) => {
      const email = freshAddress("gmail.com");
      await lab.google.add({ email, email_verified: true });
      const { email: address } = await arrived();
      await expect(page.getByRole("button", LINK)).toHaveAccessibleDescription("Google");
      await page.getByRole("button", LINK).click();
      await choose(page, email);
      await expect(page).toHaveURL("/cuenta");
      await expect(page.getByText("Vinculaste Google a tu cuenta.")).toBeVisible();
      await expect(row(page, METHODS, "Google")).toContainText(email);
      await inbox.next(address, { subject: "Vinculaste Google" });

      await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
      await page.getByRole("button", { name: "Iniciar sesión con Google" }).click();
      await choose(page, email);
      await expect(page.getByText(address).first()).toBeVisible();

      await page.getByRole("button", UNLINK).click();
      await expect(page.getByText("Desvinculaste Google.")).toBeVisible();
      await expect(row(page, METHODS, "Google")).not.toContainText(email);
      await inbox.next(address, { subject: "Desvinculaste Google" });
      await expect(row(page, METHODS, "Link mágico")).toContainText("Activo");
    });

    test("a Google that opens somebody else's account is refused", async ({
      page,
      person,
      arrived,
    }) => {
      const email = freshAddress("gmail.com");
      await person({ email, google: true });
      const { email: address } = await arrived();
      await page.getByRole("button", LINK).click();
      await choose(page, email);
      await expect(page).toHaveURL("/cuenta");
      await expect(alertOn(page)).toContainText("ya está vinculada a otra cuenta");
      await expect(page.getByRole("button", LINK)).toBeVisible();
      await expect(page.getByText(address).first()).toBeVisible();
    });

    test("a first password is added where Google alone was", async ({
      page,
      lab,
      arrived,
      inbox,
    }) => {
      const email = freshAddress("gmail.com");
      await arrived({ email, google: true });
      await expect(row(page, METHODS, "Contraseña")).toContainText("Todavía no tienes una");
      await page.getByRole("link", { name: "Crear", exact: true }).click();
      await page.getByLabel("Nueva contraseña").fill("12345678");
      await page.getByRole("button", { name: "Guardar contraseña" }).click();
      await expect(page.getByText(/Es una contraseña muy común/).first()).toBeVisible();

      await page.getByLabel("Nueva contraseña").fill(ANOTHER);
      await page.getByRole("button", { name: "Guardar contraseña" }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(row(page, METHODS, "Contraseña")).toContainText("Activo");
      expect(await (await elsewhere(lab, email, ANOTHER)).address()).toBe(email);
      await inbox.next(email, { subject: "contraseña" });
    });

    test("another password ends all other sessions, and is told by mail", async ({
      page,
      lab,
      arrived,
      inbox,
    }) => {
      const { email: address } = await arrived();
      const other = await elsewhere(lab, address);
      const methods = part(page, "Métodos de inicio de sesión");
      await methods.getByRole("link", { name: "Cambiar", exact: true }).click();
      await page.getByLabel("Nueva contraseña").fill(ANOTHER);
      await page.getByRole("button", { name: "Guardar contraseña" }).click();
      await expect(
        page.getByText("Contraseña guardada. Cerramos las demás sesiones."),
      ).toBeVisible();
      expect(await other.address()).toBeNull();
      expect(await (await elsewhere(lab, address)).address()).toBeNull();
      expect(await (await elsewhere(lab, address, ANOTHER)).address()).toBe(address);
      await inbox.next(address, { subject: "Cambiaste tu contraseña" });
    });
  });

test("a stranger's form links nothing", async ({ page, arrived }) => {
  await arrived();
  for (const door of ["metodos/google/vincular", "metodos/google/desvincular", "perfil/guardar"]) {
    const response = await page.request.post(`/cuenta/${door}`, {
      headers: { accept: "application/json", "sec-fetch-site": "cross-site" },
      form: { name: "Otra", password: PASSWORD },
    });
    expect(response.status()).toBe(403);
  }
});
