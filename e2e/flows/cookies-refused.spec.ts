import { PASSWORD } from "@/testing/person/password";
import { Program, tokenIn } from "@/testing/program";
import { test as base, expect } from "../support/fixtures";
import { alertOn, enter } from "../support/lab/pages";

// A browser that refuses cookies is told so, before anything is counted, written or sent.

const test = base.extend({
  context: async ({ refusing, javaScriptEnabled, locale, baseURL }, use) => {
    const context = await (await refusing()).newContext({ javaScriptEnabled, locale, baseURL });
    await use(context);
    await context.close();
  },
});

const REFUSED = /^Tu navegador no guarda cookies/;

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("a right password says it each time, and leaves no session and no mail", async ({
      page,
      lab,
      address,
      person,
    }) => {
      await person({ email: address });
      const before = await lab.inbox.mails(address);
      const left = () =>
        lab.database.sql(
          `select s.id::text from "Session" s join "User" u on u.id = s."userId" where u.email = $1
           union all select d."deviceHash" from "Device" d join "User" u on u.id = d."userId" where u.email = $1
           union all select n.id::text from "Notice" n where n.address = $1`,
          [address],
        );
      const rows = await left();
      await page.goto("/login?callbackUrl=/cuenta/contrasena");
      for (let time = 0; time < 3; time += 1) {
        await enter(page, address, PASSWORD);
        await expect(alertOn(page)).toHaveText(REFUSED);
        expect(page.url()).not.toContain(encodeURIComponent(address));
      }
      await expect(page.locator('input[name="callbackUrl"]').first()).toHaveValue(
        "/cuenta/contrasena",
      );
      expect(await left()).toEqual(rows);
      expect(await lab.inbox.mails(address)).toEqual(before);
    });

    for (const [path, button] of [
      ["/login/correo", "Enviar link mágico"],
      ["/recuperar", "Enviar instrucciones"],
      ["/registro", "Crear cuenta"],
    ] as const)
      test(`${path} says it and sends nothing`, async ({ page, lab, address }) => {
        await page.goto(path);
        await page.getByLabel("Correo electrónico").fill(address);
        if (path === "/registro") {
          await page.getByLabel("Nombre").fill("Ana Díaz");
          await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
        }
        await page.getByRole("button", { name: button }).click();
        await expect(alertOn(page)).toHaveText(REFUSED);
        expect(new URL(page.url()).pathname).toBe(path);
        if (scripts) await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
        expect(await lab.inbox.mails(address)).toEqual([]);
      });

    test("the way to Google ends before it begins, and one that was begun says it too", async ({
      page,
    }) => {
      await page.goto("/login");
      await page.getByRole("button", { name: "Iniciar sesión con Google" }).click();
      await expect(alertOn(page)).toHaveText(REFUSED);
      await page.goto("/login");
      await page.goto("/api/auth/callback/google?code=a&state=b");
      await expect(page).toHaveURL("/login?error=OAuthCallback");
      await expect(alertOn(page)).toHaveText(REFUSED);
    });

    test("the links of mails say it and stay whole", async ({ page, lab, address }) => {
      const asking = await Program.at(lab.app);
      await asking.post("/registro/crear", { name: "Ana", email: address, password: PASSWORD });
      const verification = await lab.inbox.wait(address);
      await page.goto(verification.links[0] ?? "");
      await page.getByRole("button", { name: "Confirmar correo" }).click();
      await expect(alertOn(page)).toHaveText(REFUSED);
      expect(await lab.inbox.mails(address)).toHaveLength(1);
      await asking.post("/registro/verificar/confirmar", { token: tokenIn(verification) });

      for (const [door, button] of [
        ["/api/auth/signin/email", "Ingresar"],
        ["/recuperar/enviar", "Guardar contraseña"],
      ] as const) {
        const { id } = await lab.inbox.wait(address);
        await asking.post(door, { email: address });
        const mail = await lab.inbox.wait(address, id);
        await page.goto(mail.links[0] ?? "");
        if (door === "/recuperar/enviar")
          await page.getByLabel("Nueva contraseña").fill("otra clave de prueba larga");
        await page.getByRole("button", { name: button, exact: true }).click();
        await expect(alertOn(page)).toHaveText(REFUSED);
        // still to be used, once cookies are kept
        await expect(page.getByRole("button", { name: button, exact: true })).toBeVisible();
      }
      await asking.dispose();
    });

    test("a form is told nothing false by a browser that keeps cookies, and works", async ({
      browser,
      lab,
      address,
      person,
    }) => {
      await person({ email: address });
      const context = await browser.newContext({ javaScriptEnabled: scripts, baseURL: lab.app });
      const page = await context.newPage();
      await page.goto("/login");
      await expect(page.getByRole("status").filter({ hasText: /./ })).toHaveCount(0);
      await context.clearCookies();
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
      await context.close();
    });
  });

test("with scripts it is said before anything is typed", async ({ page }) => {
  for (const path of ["/login", "/login/correo", "/registro", "/recuperar"]) {
    await page.goto(path);
    await expect(page.getByRole("status").filter({ hasText: /./ })).toHaveText(REFUSED);
    await expect(alertOn(page)).toHaveCount(0);
  }
});
