import type { Page } from "@playwright/test";
import type { Inbox } from "@/testing/inbox";
import { PASSWORD } from "@/testing/person/password";
import { register as registerPerson } from "@/testing/person/register";

export { PASSWORD };

/**
 * Makes an account with a password as a person would: registers, and confirms in the same browser. Speaks to the
 * doors as a program, so that a browser test starts where it begins.
 * @param app origin of the app
 * @param headers what that browser says with each request
 */
export async function register(
  app: string,
  inbox: Inbox,
  address: string,
  headers: Record<string, string> = {},
): Promise<void> {
  const wanted = { name: "Ana", email: address };
  await registerPerson(wanted, { app, mailTo: (to) => inbox.wait(to), headers });
}

/** Signs that person in in this page's browser, without its page: its cookies are those of a sign-in there. */
export async function signIn(page: Page, address: string): Promise<void> {
  const headers = {
    accept: "application/json",
    "sec-fetch-site": "same-origin",
    // what the session is named by
    "user-agent": await page.evaluate(() => navigator.userAgent),
  };
  const form = { email: address, password: PASSWORD };
  const response = await page.request.post("/api/auth/callback/credentials", { headers, form });
  if (!response.ok()) throw new Error(`signing in: ${response.status()} ${await response.text()}`);
}
