import { PASSWORD } from "@/testing/person/password";
import { expect, test } from "../support/fixtures";
import { alertOn, enter } from "../support/lab/pages";

// The help article's first journey: "Inicia sesión utilizando tu correo y contraseña".

test("a password manager finds where the password is changed", async ({
  page,
  address,
  person,
}) => {
  await page.goto("/.well-known/change-password");
  await expect(page).toHaveURL("/login?callbackUrl=/cuenta/contrasena");
  await person({ email: address });
  await enter(page, address, PASSWORD);
  await expect(page).toHaveURL("/cuenta/contrasena");
  const nonsense = await page.request.get("/.well-known/resource-that-should-not-exist");
  expect(nonsense.status()).toBe(404);
});

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("address and password lead in", async ({ page, address, person }) => {
      await person({ email: address });
      await page.goto("/");
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
      await expect(page.getByText(address).first()).toBeVisible();
    });

    test("they lead to where the person was going", async ({ page, address, person }) => {
      await person({ email: address });
      await page.goto(`/login?callbackUrl=${encodeURIComponent("/cuenta?desde=factura")}`);
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta?desde=factura");
    });

    test("a wrong password is said once, and nothing is lost", async ({
      page,
      address,
      person,
    }) => {
      await person({ email: address });
      await page.goto("/login");
      await enter(page, address, "no es esta");
      await expect(alertOn(page)).toHaveCount(1);
      await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
      expect(page.url()).not.toContain("no%20es");
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
    });

    test("after ten wrong ones even the right one waits, and the link does not", async ({
      page,
      lab,
      address,
      person,
    }) => {
      await person({ email: address });
      for (let wrong = 0; wrong < 10; wrong += 1)
        await page.request.post("/api/auth/callback/credentials", {
          headers: { accept: "application/json", "sec-fetch-site": "same-origin" },
          form: { email: address, password: `no es esta ${wrong}` },
        });
      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await expect(alertOn(page)).toHaveCount(1);
      await expect(page).toHaveURL(/\/login/);
      const link = await page.request.post("/api/auth/signin/email", {
        headers: { accept: "application/json", "sec-fetch-site": "same-origin" },
        form: { email: address },
      });
      expect(link.status()).toBe(200);

      await lab.database.age("31 seconds");
      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
    });

    test("signing out ends it", async ({ page, address, person }) => {
      await person({ email: address });
      await page.goto("/login");
      await enter(page, address, PASSWORD);
      await expect(page).toHaveURL("/cuenta");
      await page.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
      await expect(page).toHaveURL(/\/login/);
      await page.goto("/cuenta");
      await expect(page).toHaveURL(/\/login/);
    });
  });

test("a form that is sent before the scripts have come works, and shows no password", async ({
  page,
  address,
  person,
}) => {
  await person({ email: address });
  const never = new Promise<void>(() => undefined);
  await page.route("**/assets/*.js", () => never);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.goto("/login", { waitUntil: "domcontentloaded" });
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByLabel("Contraseña", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click({ noWaitAfter: true });
  await page.waitForURL("/cuenta", { waitUntil: "commit" });
  expect(addresses.join("\n")).not.toMatch(/password|clave/);
});
