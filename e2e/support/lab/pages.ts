import type { Locator, Page } from "@playwright/test";

/** Types address and password on the sign-in page, and sends them. */
export async function enter(page: Page, address: string, password: string): Promise<void> {
  await page.getByLabel("Correo electrónico").fill(address);
  await page.getByLabel("Contraseña", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Ingresar", exact: true }).click();
}

/** What the page says went wrong. Next keeps an alert of its own in every page, which is empty. */
export function alertOn(page: Page): Locator {
  return page.getByRole("alert").filter({ hasText: /./ });
}
