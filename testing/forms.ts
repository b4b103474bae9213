import type { Page } from "@playwright/test";

// Words differ from language to language; the actions of forms and the names of fields do not.

/** Fills in a form, the first with that action, and sends it. */
export async function send(
  page: Page,
  action: string,
  fields: Record<string, string> = {},
): Promise<void> {
  const form = page.locator(`form[action="${action}"]`).first();
  for (const [name, value] of Object.entries(fields))
    await form.locator(`[name="${name}"]`).fill(value);
  await form.locator("button:not([type=button])").click();
}
