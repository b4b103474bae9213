import { type BrowserContext, expect, type Page } from "@playwright/test";

/** Signs out in another tab. */
export async function leave(context: BrowserContext): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto("/cuenta");
  await tab.getByRole("button", { name: "Cerrar sesión", exact: true }).click();
  await expect(tab).toHaveURL("/login");
  return tab;
}
