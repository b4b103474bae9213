import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { DEVICES, type Device } from "../support/lab/account";
import { crowd } from "../support/lab/sessions";
import { send, sendTo } from "./forms";
import type { Stage } from "./state";

/** Another browser of the same language, which posts and reads JSON. */
export async function program({ lab, language, after }: Stage, device: Device = "windows") {
  const headers = { "user-agent": DEVICES[device], "accept-language": language };
  const made = await Program.at(lab.app, headers);
  after(() => made.dispose());
  return made;
}

/** This stage's person has an account with a password, and one browser that is known. */
export async function registered({ address, person, signIn }: Stage): Promise<void> {
  await signIn(await person({ email: address }));
}

/** The same, and signs in elsewhere. */
export async function signedInElsewhere(stage: Stage, device: Device = "windows") {
  const other = await program(stage, device);
  const form = { email: stage.address, password: PASSWORD };
  await other.post("/api/auth/callback/credentials", form);
  return other;
}

/** Signs this stage's person in, by password, at `/cuenta`. */
export const arrived = (stage: Stage) => arrivedAt("/cuenta")(stage);

/** The same, at an address of the site. */
export const arrivedAt =
  (path: string) =>
  async ({ address, signedIn, go }: Stage) => {
    await signedIn({ email: address });
    await go(path);
  };

/** The same for a person with a long name and thirty more sessions. */
export const crowdedAt = (path: string) => async (stage: Stage) => {
  const { address, signedIn, lab, go } = stage;
  await signedIn({ email: address, name: "Wolfeschlegelsteinhausenbergerdorff".repeat(2) });
  await crowd(lab.database, address, 30);
  await go(path);
};

/** Signs somebody in by Google, who has no password. @returns their address */
export async function arrivedByGoogle(stage: Stage): Promise<string> {
  const { email } = await stage.signedIn({ domain: "gmail.com", google: true });
  await stage.go("/cuenta");
  return email;
}

/** Links a Google on `/cuenta`. @param known one that is there, instead of a new one @returns its address */
export async function linkGoogle(stage: Stage, known?: string): Promise<string> {
  const { page } = stage;
  const email = known ?? (await googleAccount(stage));
  await send(page, "/cuenta/metodos/google/vincular");
  await page.getByRole("button", { name: email }).click();
  await page.waitForURL((url) => url.pathname === "/cuenta");
  return email;
}

async function googleAccount({ lab }: Stage): Promise<string> {
  const email = freshAddress("gmail.com");
  await lab.google.add({ email, email_verified: true, name: "Ana Díaz" });
  return email;
}

/** Asks for a magic link on its page. @returns the mail */
export async function askedForLink(stage: Stage, to = stage.address) {
  const { page, lab, go, alive } = stage;
  const known = (await lab.inbox.mails(to)).at(-1)?.id;
  await go("/login/correo");
  await sendTo(page, "/login/correo/enviado", "/api/auth/signin/email", { email: to });
  await alive();
  return lab.inbox.wait(to, known);
}

/** Asks for a mail from another browser. @returns the mail */
export async function askedElsewhere(
  stage: Stage,
  endpoint: string,
  form: Record<string, string> = {},
) {
  const { lab, address } = stage;
  const known = (await lab.inbox.mails(address)).at(-1)?.id;
  const other = await program(stage);
  await other.post(endpoint, { email: address, ...form });
  return lab.inbox.wait(address, known);
}
