import type { APIResponse } from "@playwright/test";
import type { StorageState } from "ingreso/testing";
import { freshAddress } from "@/testing/address";
import { PASSWORD } from "@/testing/person/password";
import { Program, tokenIn } from "@/testing/program";
import { type Endpoint, endpoints } from "../fuzz/endpoints";
import { expect, type Lab, type MakePerson, test } from "../support/fixtures";
import { codeOf, nextCodeOf } from "../support/lab/second-step";

// A cookie says how long it lives, never until when: the clock of a process may be wrong (RFC 6265 §4.1.2.2).

const PERSON = { accept: "text/html" };

test("every cookie of every page and endpoint has an age, and no date", async ({
  lab,
  person,
  signIn,
}) => {
  const sent = new Set<string>();
  const note = (response: APIResponse) => {
    for (const { name, value } of response.headersArray())
      if (name.toLowerCase() === "set-cookie") {
        sent.add(/\.([a-z]+)/.exec(value)?.[1] ?? value);
        expect(value, response.url()).toMatch(/; Max-Age=\d+(;|$)/);
        expect(value, response.url()).not.toMatch(/expires/i);
      }
  };
  const ask = async (
    { method, path }: Endpoint,
    headers: Record<string, string>,
    session?: StorageState,
  ) => {
    const program = await Program.at(lab.app, headers, session);
    const form = { email: freshAddress(), password: PASSWORD, name: "Ana" };
    const options = method === "POST" ? { method, form } : { method };
    note(await program.context.fetch(path, { ...options, maxRedirects: 0 }));
    await program.dispose();
  };
  for (const headers of [{}, PERSON])
    await Promise.all(endpoints().map((endpoint) => ask(endpoint, headers)));
  // a new person for each: some endpoints end all sessions of the person
  await Promise.all(
    endpoints().map(async (endpoint) => ask(endpoint, PERSON, await signIn(await person()))),
  );
  for (const way of [byGoogle, byLink, byCode, bySecondStep]) await way(lab, note, person);
  expect([...sent].sort()).toEqual([
    "asked",
    "csrf",
    "device",
    "form",
    "google",
    "last",
    "pending",
    "sent",
    "session",
    "trusted",
  ]);
});

type Note = (response: APIResponse) => void;

async function byGoogle(lab: Lab, note: Note): Promise<void> {
  const { sub } = await lab.google.add({ email: freshAddress("gmail.com"), email_verified: true });
  const program = await Program.at(lab.app);
  const begun = await program.post("/api/auth/signin/google");
  note(begun);
  const back = await lab.google.choose((await begun.json()).url, sub);
  note(await program.context.get(back, { headers: PERSON, maxRedirects: 0 }));
  note(await program.context.get("/api/auth/session"));
  note(await program.post("/cuenta/metodos/google/vincular"));
  note(await program.post("/api/auth/signout"));
}

async function byLink(lab: Lab, note: Note, person: MakePerson): Promise<void> {
  const [program, { email }] = [await Program.at(lab.app), await person()];
  note(await program.post("/api/auth/signin/email", { email }));
  const token = tokenIn(await lab.inbox.wait(email));
  note(await program.post("/api/auth/callback/email", { token }));
  await lab.database.age("31 days");
  note(await program.context.get("/api/auth/session"));
}

async function byCode(lab: Lab, note: Note): Promise<void> {
  const [program, email] = [await Program.at(lab.app), freshAddress()];
  note(await program.post("/api/auth/signin/email", { email }));
  const code = /\b\d{6}\b/.exec((await lab.inbox.wait(email)).text)?.[0] ?? "";
  note(await program.post("/api/auth/callback/email", { code }));
}

async function bySecondStep(lab: Lab, note: Note, person: MakePerson): Promise<void> {
  const [program, { email }] = [await Program.at(lab.app), await person()];
  const credentials = { email, password: PASSWORD };
  note(await program.post("/api/auth/callback/credentials", credentials));
  note(await program.postOwn("/cuenta/dos-pasos/empezar"));
  const page = await program.context.get("/cuenta/dos-pasos", { headers: PERSON });
  const secret = /<code[^>]*>([A-Z2-7 ]+)</.exec(await page.text())?.[1] ?? "";
  const code = await codeOf(lab.database, secret);
  note(await program.postOwn("/cuenta/dos-pasos/activar", { code }));
  note(await program.post("/api/auth/callback/credentials", credentials));
  const next = { code: await nextCodeOf(lab.database, email, secret), trust: "on" };
  note(await program.post("/api/auth/callback/second-step", next));
}
