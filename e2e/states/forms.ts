import { expect, type Page } from "@playwright/test";
import { send } from "@/testing/forms";

export { send };

/** Sends a form that leads to another page. @param to its path */
export async function sendTo(
  page: Page,
  to: string,
  action: string,
  fields: Record<string, string> = {},
) {
  await send(page, action, fields);
  await page.waitForURL((url) => url.pathname === to);
}

/** Waits until that many fields are wrong. */
export async function wrongFields(page: Page, many: number) {
  await expect(page.locator('[aria-invalid="true"]')).toHaveCount(many);
}

/** Waits until the page says something above its form. */
export async function said(page: Page, role: "alert" | "status" = "alert") {
  const spoken = page.locator(`[role="${role}"]:not(.sr-only)`).filter({ hasText: /./ });
  await expect(spoken.first()).toBeVisible();
}

/** Requests to that address stay without an answer. */
export async function hold(page: Page, address: string) {
  await page.route(`**${address}`, () => new Promise<void>(() => undefined));
}
