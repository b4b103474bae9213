import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "../support/fixtures";

// What a stranger can open. Nothing here needs a local service, so it also runs against a deployment.

const PAGES = {
  "/login": "Ingresa a tu cuenta",
  "/login/correo": "Ingresa desde tu correo",
  "/login/link": "",
  "/registro": "Crea tu cuenta",
  "/recuperar": "",
  "/no-existe": "",
};

for (const [path, heading] of Object.entries(PAGES))
  test(`${path} can be read by everyone`, { tag: "@anywhere" }, async ({ page }) => {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(heading || /./);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });

test("a stranger is led to sign in", { tag: "@anywhere" }, async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/login$/);
  await page.goto("/cuenta");
  await expect(page).toHaveURL(/\/login\?callbackUrl=/);
});

test("one alert says what went wrong, and none says that nothing did", {
  tag: "@anywhere",
}, async ({ page }) => {
  for (const [path, alerts] of [
    ["/login?error=OAuthSignin", 1],
    ["/login", 0],
  ] as const) {
    await page.goto(path);
    // scripts run, and what they add is there
    await expect(page.locator("form[novalidate]")).not.toHaveCount(0);
    await page.evaluate(() => new Promise(requestAnimationFrame));
    await expect(page.getByRole("alert")).toHaveCount(alerts);
    await expect(page.locator("[role=alert]")).toHaveCount(alerts);
  }
});

test("the question on the sign-in page is a text of its own", { tag: "@anywhere" }, async ({
  page,
}) => {
  await page.goto("/login");
  await expect(page.getByText("¿Aún no tienes cuenta en Alegra?", { exact: true })).toBeVisible();
});
