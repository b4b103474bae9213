import { freshAddress } from "@/testing/address";
import { expect, test } from "../support/fixtures";
import { alertOn } from "../support/lab/pages";

// The help article's second journey: "Inicia sesión utilizando tu cuenta de Google".

const GOOGLE = { name: "Iniciar sesión con Google" };

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("an account of the chooser leads in", async ({ page, lab }) => {
      const email = freshAddress("gmail.com");
      await lab.google.add({ email, email_verified: true, name: "Ana Díaz" });
      await page.goto("/login");
      await page.getByRole("button", GOOGLE).click();
      await expect(page.getByRole("heading", { name: "Selecciona una cuenta" })).toBeVisible();
      await page.getByRole("button", { name: email }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(page.getByText(email).first()).toBeVisible();
    });

    test("another account asks for its password", async ({ page, lab }) => {
      const email = freshAddress("gmail.com");
      await lab.google.add({ email, email_verified: true, password: "clave de google" });
      await page.goto("/login");
      await page.getByRole("button", GOOGLE).click();
      await page.getByText("Usar otra cuenta").click();
      await page.getByRole("textbox").first().fill(email);
      await page.locator('input[type="password"]').fill("no es esta");
      await page.keyboard.press("Enter");
      await page.locator('input[type="password"]').fill("clave de google");
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL("/cuenta");
    });

    test("an address that Google does not answer for is proved by a mail", async ({
      page,
      lab,
      address,
      inbox,
    }) => {
      await lab.google.add({ email: address, email_verified: true });
      await page.goto("/login");
      await page.getByRole("button", GOOGLE).click();
      await page.getByRole("button", { name: address }).click();
      await expect(page).toHaveURL("/registro/enviado");
      const { link } = await inbox.next(address);
      await page.goto(link);
      await page.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(page).toHaveURL("/cuenta");
    });

    test("two tabs at once lead in both, also when one comes back again", async ({ page, lab }) => {
      const email = freshAddress("gmail.com");
      await lab.google.add({ email, email_verified: true, name: "Ana Díaz" });
      const other = await page.context().newPage();
      for (const tab of [page, other]) await tab.goto("/login");
      for (const tab of [page, other]) {
        await tab.getByRole("button", GOOGLE).click();
        await expect(tab.getByRole("heading", { name: "Selecciona una cuenta" })).toBeVisible();
      }
      let back = "";
      page.on("request", (request) => {
        if (request.url().includes("/callback/google")) back = request.url();
      });
      for (const tab of [page, other]) {
        await tab.getByRole("button", { name: email }).click();
        await expect(tab).toHaveURL("/cuenta");
      }
      await page.goto(back);
      await expect(page).toHaveURL("/cuenta");
      await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
      await expect(page).toHaveURL("/login");
      await page.goto(back);
      await expect(alertOn(page)).toContainText(
        "Ese ingreso con Google no se completó o ya terminó",
      );
      await page.getByRole("button", GOOGLE).click();
      await page.getByRole("button", { name: email }).click();
      await expect(page).toHaveURL("/cuenta");
    });

    test("linking it in two tabs says so in both", async ({ page, lab, arrived }) => {
      await arrived();
      const email = freshAddress("otra.com");
      await lab.google.add({ email, email_verified: true, name: "Ana Díaz" });
      const other = await page.context().newPage();
      await other.goto("/cuenta");
      for (const tab of [page, other])
        await tab.getByRole("button", { name: "Vincular", exact: true }).click();
      for (const tab of [other, page]) {
        await tab.getByRole("button", { name: email }).click();
        await expect(tab).toHaveURL("/cuenta");
        await expect(tab.getByText("Vinculaste Google a tu cuenta.")).toBeVisible();
        await expect(tab.getByRole("button", { name: "Desvincular" })).toBeVisible();
      }
    });

    test("while Google is away, the other ways do not notice", async ({ page, lab, address }) => {
      await lab.google.fault({ mode: "down" });
      try {
        await page.goto("/login");
        await page.getByRole("button", { name: "Ingresar desde mi correo" }).click();
        await page.getByLabel("Correo electrónico").fill(address);
        await page.getByRole("button", { name: "Enviar link mágico" }).click();
        await expect(page).toHaveURL("/login/correo/enviado");
      } finally {
        await lab.google.fault({ mode: "none" });
      }
    });

    test("whoever cancels at Google is told so without an error's colours", async ({
      page,
      arrived,
    }) => {
      await page.goto("/login");
      await page.getByRole("button", GOOGLE).click();
      await page.getByRole("button", { name: "Cancelar" }).click();
      await expect(page).toHaveURL("/login?error=AccessDenied");
      await expect(alertOn(page)).toContainText("Cancelaste el ingreso con Google.");
      const isRed = () => alertOn(page).locator(".text-danger").count();
      expect(await isRed()).toBe(0);
      await expect(page).toHaveTitle(/^Ingresa a tu cuenta/);

      await arrived();
      await page.getByRole("button", { name: "Vincular", exact: true }).click();
      await page.getByRole("button", { name: "Cancelar" }).click();
      await expect(page).toHaveURL("/cuenta");
      await expect(alertOn(page)).toContainText("Cancelaste en Google y no vinculamos nada.");
      expect(await isRed()).toBe(0);
    });

    test("whatever goes wrong at Google is said on our page", async ({ page, lab }) => {
      const email = freshAddress("gmail.com");
      await lab.google.add({ email, email_verified: true });
      for (const mode of ["denied", "wrong-nonce", "token-error"] as const) {
        await lab.google.fault({ mode });
        try {
          await page.goto("/login");
          await page.getByRole("button", GOOGLE).click();
          await page.getByRole("button", { name: email }).click();
          await expect(page).toHaveURL(/\/login\?/);
          await expect(alertOn(page)).toHaveCount(1);
        } finally {
          await lab.google.fault({ mode: "none" });
        }
      }
    });
  });
