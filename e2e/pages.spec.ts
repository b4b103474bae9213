import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./fixtures";

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
