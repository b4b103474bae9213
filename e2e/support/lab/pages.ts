import { expect, type Locator, type Page } from "@playwright/test";

/** Types address and password on the sign-in page, and sends them. */
export async function enter(page: Page, address: string, password: string): Promise<void> {
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
}

/**
 * Waits for the page that a click leads to, and until its script listens: an address is there as soon as its answer begins. What the
 * script alone does may be asked for then, and not before; `page.goto` waits for the script by itself.
 */
export async function arriveAt(page: Page, address: string | RegExp): Promise<void> {
  await expect(page).toHaveURL(address);
  await alive(page);
}

/** Waits until the script of the page that is there listens. */
export async function alive(page: Page): Promise<void> {
  await page.locator("html[data-alive]").waitFor();
}

/** What the page says went wrong. Next keeps an alert of its own in every page, which is empty. */
export function alertOn(page: Page): Locator {
  return page.getByRole("alert").filter({ hasText: /./ });
}
