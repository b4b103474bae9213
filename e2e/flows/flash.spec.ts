import type { Page } from "@playwright/test";
import { shownTo } from "@/testing/program";
import { expect, test } from "../support/fixtures";

// What a form left for its page is said there once.

const SAVED = "Guardamos tu nombre.";
const AGAIN = "Enviamos otro link.";

/** Saves another name past the page, in its browser: the sentence waits for `/cuenta`. */
async function rename(page: Page): Promise<void> {
  await page.request.post("/cuenta/perfil/guardar", {
    headers: { accept: "text/html", "sec-fetch-site": "same-origin" },
    form: { ...(await shownTo(page.request)), name: "Otra Ana" },
    maxRedirects: 0,
  });
}

for (const scripts of [true, false])
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test.use({ javaScriptEnabled: scripts });

    test("what was saved is said once: not on reload, by Back, or in another tab", async ({
      page,
      arrived,
    }) => {
      await arrived();
      await page.getByText("Cambiar nombre").click();
      await page.getByLabel("Nombre").fill("Otra Ana");
      await page.getByRole("button", { name: "Guardar", exact: true }).click();
      await expect(page.getByText(SAVED)).toBeVisible();
      if (scripts) await expect(page.locator("#aviso")).toBeFocused();

      const other = await page.context().newPage();
      for (const tab of [other, page]) {
        await tab.goto("/cuenta");
        await expect(tab.getByRole("heading", { level: 1 })).toHaveText("Hola, Otra");
        await expect(tab.getByText(SAVED)).toHaveCount(0);
      }
      await page.reload();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, Otra");
      await expect(page.getByText(SAVED)).toHaveCount(0);
      await expect(page.locator("#aviso")).not.toBeFocused();
      await page.goto("/cuenta/contrasena");
      await page.goBack();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hola, Otra");
      await expect(page.getByText(SAVED)).toHaveCount(0);
    });

    test("it waits for the page that is looked at: no other page, HEAD or prefetch takes it", async ({
      page,
      arrived,
    }) => {
      await arrived();
      await rename(page);
      await page.request.head("/cuenta");
      const early = await page.request.get("/cuenta", {
        headers: { "sec-purpose": "prefetch;prerender" },
      });
      expect(await early.text()).not.toContain(SAVED);
      const other = await page.context().newPage();
      await other.goto("/cuenta/contrasena");
      await expect(other.getByText(SAVED)).toHaveCount(0);
      await page.goto("/cuenta");
      await expect(page.getByText(SAVED)).toBeVisible();
      await other.goto("/cuenta");
      await expect(other.getByText(SAVED)).toHaveCount(0);
    });

    test("it is not said to whoever signed in meanwhile", async ({ page, signedIn, arrived }) => {
      await arrived();
      await rename(page);
      const isFlash = ({ name }: { name: string }) => name.endsWith("form");
      const late = (await page.context().cookies()).find(isFlash);
      if (!late) throw new Error("no flash");
      // the other's sign-in takes it away, and an answer that was late brings it back
      const { email: another } = await signedIn();
      await page.context().addCookies([late]);
      await page.goto("/cuenta");
      await expect(page.getByText(another).first()).toBeVisible();
      await expect(page.getByText(SAVED)).toHaveCount(0);
    });
  });

test("a refused form keeps what was typed over its redirect, and forgets its error on reload", async ({
  browser,
  lab,
  address,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: lab.app });
  const page = await context.newPage();
  await page.goto("/registro");
  await page.getByLabel("Nombre").fill("Ana Díaz");
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByLabel("Contraseña", { exact: true }).fill("corta");
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page.getByLabel("Correo electrónico")).toHaveValue(address);
  await expect(page.getByLabel("Nombre")).toHaveValue("Ana Díaz");
  await expect(page.getByLabel("Contraseña", { exact: true })).toHaveAttribute(
    "aria-invalid",
    "true",
  );
  await page.goto("/registro");
  await expect(page.locator("[aria-invalid=true]")).toHaveCount(0);
  await context.close();
});

test("a link that was sent again is said once, and a refresh leaves it there", async ({
  page,
  lab,
  address,
}) => {
  const ask = async () => {
    await page.goto("/login/correo");
    await page.getByLabel("Correo electrónico").fill(address);
    await page.getByRole("button", { name: "Enviar link mágico" }).click();
    await expect(page).toHaveURL("/login/correo/enviado");
  };
  await ask();
  await lab.database.age("61 seconds");
  await ask();
  await expect(page.getByText(AGAIN)).toBeVisible();
  // once the page listens, as a click on its tab does; the button's waking shows that the refresh has come
  await expect(page.locator("form[novalidate]")).toHaveCount(2);
  const again = page.getByRole("button", { name: "Reenviar link mágico" });
  await expect(again).toBeDisabled();
  await lab.database.age("61 seconds");
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await expect(again).toBeEnabled();
  await expect(page.getByText(AGAIN)).toBeVisible();
  await page.reload();
  await expect(page.getByText(AGAIN)).toHaveCount(0);

  await again.click();
  await expect(page.getByText(AGAIN)).toBeVisible();
  await expect(page.getByText(/Podrás reenviarlo en/)).toBeVisible();
  await page.reload();
  await expect(page.getByText(/Podrás reenviarlo en/)).toBeVisible();
  await expect(page.getByText(AGAIN)).toHaveCount(0);
});
