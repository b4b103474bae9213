import { vi } from "vitest";
import type { Google } from "@/testing/google/google";
import { PASSWORD } from "@/testing/person/password";
import { Program, tokenIn } from "@/testing/program";
import { freshAddress, google, inbox } from "../support/unit";

// What a person does, spoken to the doors of a whole app: each is complete, and throws at the first answer that is not
// the one a person hopes for.

/** Signs in by password. */
export async function byPassword(origin: string, address: string, password = PASSWORD) {
  const program = await Program.at(origin);
  await done(program, "/api/auth/callback/credentials", { email: address, password });
  return await signedIn(program, address);
}

/** Asks for a link and uses it. */
export async function byLink(origin: string, address: string) {
  const program = await Program.at(origin);
  const known = await linksTo(address);
  await done(program, "/api/auth/signin/email", { email: address });
  await done(program, "/api/auth/callback/email", { token: await nextToken(address, known) });
  return await signedIn(program, address);
}

/** Somebody new comes from Google, and has an account. */
export async function byGoogle(origin: string, at: Google = google) {
  const there = await goToGoogle(origin, at);
  return await there.comeBack();
}

/** The same as far as Google, where nothing is chosen yet. */
export async function goToGoogle(origin: string, at: Google) {
  const { sub, email } = await at.add({ email: freshAddress("gmail.com"), name: "Ana" });
  const program = await Program.at(origin);
  const { url } = await (await done(program, "/api/auth/signin/google")).json();
  return {
    async comeBack() {
      await program.context.get(await at.choose(url, sub));
      return await signedIn(program, email);
    },
  };
}

/** Forgets the password and chooses another. */
export async function recover(origin: string, address: string, password: string) {
  const program = await Program.at(origin);
  const known = await linksTo(address);
  await done(program, "/recuperar/enviar", { email: address });
  const token = await nextToken(address, known);
  await done(program, "/recuperar/nueva/guardar", { token, password });
  return await signedIn(program, address);
}

/** The mails to somebody with a link that is good for something; a notice may come between them at any moment. */
async function linksTo(address: string) {
  return (await inbox.mails(address)).filter(({ links: [link = ""] }) => link.includes("token="));
}

async function nextToken(address: string, known: unknown[]): Promise<string> {
  const newest = async () => (await linksTo(address))[known.length];
  return tokenIn((await vi.waitUntil(newest, { timeout: 20_000 })) ?? { links: [] });
}

/** Posts a form. @throws when it is refused */
export async function done(program: Program, door: string, form: Record<string, string> = {}) {
  const answer = await program.post(door, form);
  if (!answer.ok()) throw new Error(`${door}: ${answer.status()} ${await answer.text()}`);
  return answer;
}

async function signedIn(program: Program, address: string): Promise<Program> {
  const found = await program.address();
  if (found !== address) throw new Error(`signed in is ${found}, not ${address}`);
  return program;
}
