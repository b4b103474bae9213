import { expect, test } from "./fixtures";
import { freshAddress } from "./lab/address";
import { alertOn } from "./lab/pages";

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
    }) => {
      await lab.google.add({ email: address, email_verified: true });
      await page.goto("/login");
      await page.getByRole("button", GOOGLE).click();
      await page.getByRole("button", { name: address }).click();
      await expect(page).toHaveURL("/registro/enviado");
      const { links } = await lab.inbox.wait(address);
      await page.goto(links[0] ?? "");
      await page.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(page).toHaveURL("/cuenta");
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
