import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import type { Lab } from "../fixtures";

/** What their browsers call themselves. */
export const DEVICES = {
  windows:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36",
  iphone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
  mac: "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15",
};
export type Device = keyof typeof DEVICES;

/** A person at another browser, `Chrome en Windows`. @param password theirs */
export async function elsewhere(
  lab: Lab,
  address: string,
  password: string = PASSWORD,
): Promise<Program> {
  const program = await Program.at(lab.app, { "user-agent": DEVICES.windows });
  await program.post("/api/auth/callback/credentials", { email: address, password });
  return program;
}

/** One part of the account's page, by its heading. */
export function part(page: Page, title: string): Locator {
  return page.getByRole("region", { name: title, exact: true });
}

/** One line of a part. */
export function row(page: Page, title: string, words: string): Locator {
  return part(page, title).getByRole("listitem").filter({ hasText: words });
}

/** Chooses an account at the local Google, where the page has been led. */
export async function choose(page: Page, email: string): Promise<void> {
  await expect(page.getByRole("heading", { name: "Selecciona una cuenta" })).toBeVisible();
  await page.getByRole("button", { name: email }).click();
}

/** Does something as somebody else, in a browser of their own. */
export async function another(browser: Browser, deed: (page: Page) => Promise<void>) {
  const context = await browser.newContext();
  try {
    await deed(await context.newPage());
  } finally {
    await context.close();
  }
}
