import type { Page } from "@playwright/test";
import { expect, test } from "../support/fixtures";
import { alive } from "../support/lab/pages";
import { leave } from "../support/lab/two-tabs";

// A page of a signed-in person, when they come back to it from another tab or by Back.

const NAME = "Un nombre que Ana escribió";
/** Who is signed in, and the page itself, which is not asked for while that is unknown. */
const LOOKED_AT = ["/api/auth/session", "/cuenta"];

/** Brings a page to the front, as a click on its tab does. */
async function see(page: Page): Promise<void> {
  await alive(page);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
}

test.describe("a page that is seen again", () => {
  test.beforeEach(async ({ arrived }) => {
    await arrived();
  });

  for (const path of ["/cuenta", "/cuenta/contrasena", "/cuenta/eliminar"])
    test(`leads whoever signed out elsewhere to /login, and back: ${path}`, async ({
      page,
      context,
    }) => {
      await page.goto(path);
      await (await leave(context)).close();
      await see(page);
      await expect(page).toHaveURL(`/login?callbackUrl=${path}`);
    });

  test("looks again, too, when the browser had kept it as it was", async ({ page, context }) => {
    await (await leave(context)).close();
    await alive(page);
    await page.evaluate(() =>
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })),
    );
    await expect(page).toHaveURL("/login?callbackUrl=/cuenta");
  });

  test("says that the session ended, where it was ended from afar", async ({ page, lab }) => {
    await lab.database.sql(`update "Session" set "endedAt" = clock_timestamp()`);
    await see(page);
    await expect(page.getByText("Tu sesión terminó.")).toBeVisible();
  });

  test("is made anew for another person, and nothing that was typed is there", async ({
    page,
    context,
    signedIn,
  }) => {
    await page.getByText("Cambiar nombre").click();
    await page.getByLabel("Nombre").fill(NAME);
    await leave(context);
    const { email: other } = await signedIn();
    await see(page);
    await expect(page.getByText(other).first()).toBeVisible();
    expect(await page.content()).not.toContain(NAME);
    await page.getByText("Cambiar nombre").click();
    await expect(page.getByLabel("Nombre")).toHaveValue("Ana Díaz");
    await page.getByRole("button", { name: "Guardar" }).click();
    await expect(page.getByText("Guardamos tu nombre.")).toBeVisible();
  });

  test("keeps what is typed, and the cursor, for the same person", async ({ page, context }) => {
    await page.getByText("Cambiar nombre").click();
    await page.getByLabel("Nombre").fill(NAME);
    await (await context.newPage()).goto("/cuenta");
    const looked = page.waitForResponse("**/api/auth/session");
    await see(page);
    await (await looked).finished();
    await expect(page.getByLabel("Nombre")).toBeFocused();
    await expect(page.getByLabel("Nombre")).toHaveValue(NAME);
  });

  for (const [what, answer] of [
    ["offline", "abort"],
    ["while the server is away", 503],
  ] as const)
    test.describe(() => {
      test.use({ allowedErrors: [/Failed to load resource/] });
      test(`keeps what is typed ${what}`, async ({ page }) => {
        await page.getByText("Cambiar nombre").click();
        await page.getByLabel("Nombre").fill(NAME);
        let asked = 0;
        await page.route("**/*", (route) => {
          // a page that is alive may still fetch the passkeys' script
          if (LOOKED_AT.includes(new URL(route.request().url()).pathname)) asked += 1;
          return answer === "abort" ? route.abort() : route.fulfill({ status: answer, body: "{}" });
        });
        await see(page);
        await expect.poll(() => asked).toBe(1);
        await expect(page.getByLabel("Nombre")).toHaveValue(NAME);
        expect(asked).toBe(1);
      });
    });

  test("by Back shows what is the new person's alone", async ({ page, context, signedIn }) => {
    await page.getByText("Cambiar nombre").click();
    await page.getByLabel("Nombre").fill(NAME);
    await page.goto("/cuenta/contrasena");
    await leave(context);
    const { email: other } = await signedIn();
    await page.goBack();
    await expect(page.getByText(other).first()).toBeVisible();
    await page.getByText("Cambiar nombre").click();
    await expect(page.getByLabel("Nombre")).toHaveValue("Ana Díaz");
  });
});
