import type { Inbox } from "@/testing/inbox/inbox";
import { register as registerPerson } from "@/testing/person/register";

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
