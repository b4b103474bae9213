import { freshAddress } from "../address";
import type { Mail } from "../inbox/inbox";
import { Program, shownTo, tokenIn } from "../program";
import { PASSWORD } from "./password";
import { NoSuchPerson, type Person, type Wanted } from "./person";

type There = {
  /** origin of the app */
  app: string;
  /** the next mail to an address */
  mailTo(address: string): Promise<Pick<Mail, "links">>;
  /** what their browser says with each request */
  headers?: Record<string, string>;
};

/**
 * Makes an account with a password as a person does: registers, and confirms in the same browser. Speaks to the doors as a program.
 * @throws NoSuchPerson where the address is somebody's already
 */
export async function register(wanted: Wanted, { app, mailTo, headers }: There): Promise<Person> {
  const { name = "Ana Díaz", email = freshAddress(wanted.domain), language = "es" } = wanted;
  const password = typeof wanted.password === "string" ? wanted.password : PASSWORD;
  const browser = await Program.at(app, { "accept-language": language, ...headers });
  try {
    await browser.done("/registro/crear", { name, email, password });
    const token = tokenIn(await mailTo(email));
    // to somebody who has an account the mail says that, and where to sign in
    if (token === "")
      throw new NoSuchPerson(`${email} is somebody's already: leave it out for a fresh one`);
    await browser.done("/registro/verificar/confirmar", { token });
    const { person: id } = await shownTo(browser.context);
    const lacking = { google: null, passkey: null, secondStep: null };
    return { id, email, name, language, password, ...lacking };
  } finally {
    await browser.dispose();
  }
}

/** Signs in by password, as a program. @returns what is signed in, to be disposed of */
export async function enter(app: string, { email, password }: Person): Promise<Program> {
  const browser = await Program.at(app);
  await browser.done("/api/auth/callback/credentials", { email, password: password ?? "" });
  return browser;
}

/** Deletes an account as its owner does. @throws where it is not to be entered by that password any more */
export async function deleteAccount(app: string, person: Person): Promise<void> {
  const browser = await enter(app, person);
  try {
    await browser.done("/cuenta/eliminar/confirmar", await shownTo(browser.context));
  } finally {
    await browser.dispose();
  }
}
