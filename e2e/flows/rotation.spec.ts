import { type APIResponse, request } from "@playwright/test";
import { servicePorts } from "@/local/ports";
import { freshAddress } from "@/testing/address";
import { Program, tokenIn } from "@/testing/program";
import { expect, type Lab, test } from "../support/fixtures";

// NEXTAUTH_SECRET is rotated while people are under way: three processes on one database, each a moment of it.

const NEXT = "the secret that comes with the rotation of keys";
const PERSON = { accept: "text/html" };

/** `before` knows the old secret alone, `prepared` takes the next one too, `rotated` the other way round. */
let moments: Promise<Record<"before" | "prepared" | "rotated", string>> | undefined;

// one after the other: in two workers each would start processes of its own
test.describe.configure({ mode: "default" });

function momentsOf(lab: Lab) {
  moments ??= start(lab);
  return moments;
}

async function start({ app: before, local }: Lab) {
  const [one = 0, other = 0] = await servicePorts(process.pid * 3 + 301, 2);
  const old = local.env.NEXTAUTH_SECRET ?? "";
  const [prepared, rotated] = await Promise.all([
    local.join(one, { NEXTAUTH_SECRET_PREVIOUS: NEXT }),
    local.join(other, { NEXTAUTH_SECRET: NEXT, NEXTAUTH_SECRET_PREVIOUS: old }),
  ]);
  return { before, prepared: prepared.url, rotated: rotated.url };
}

for (const [begun, ended] of [
  ["before", "rotated"],
  ["rotated", "prepared"],
] as const)
  test(`what is begun at a process ${begun} goes on at one ${ended}`, async ({
    lab,
    address,
    person,
  }) => {
    const { [begun]: from, [ended]: to } = await momentsOf(lab);
    await person({ email: address });

    const traveller = await Program.at(from);
    const back = await throughGoogle(lab, traveller, from);
    const landed = await traveller.context.get(to + back, { headers: PERSON, maxRedirects: 0 });
    expect(led(landed)).toBe("/cuenta");
    const signedIn = await (await traveller.context.get(`${to}/api/auth/session`)).json();
    expect(signedIn.user.email).toMatch(/@gmail\.com$/);

    const typist = await Program.at(from, PERSON);
    await mistype(typist, from);
    expect(await (await typist.context.get(`${to}/registro`)).text()).toContain("Ana María");

    expect((await withTokenPair(from, to)).status()).toBe(200);

    const asking = await Program.at(from);
    const known = (await lab.inbox.mails(address)).at(-1)?.id;
    await asking.post("/api/auth/signin/email", { email: address });
    expect(await (await asking.context.get(`${to}/login/correo/enviado`)).text()).toContain(
      address,
    );
    const { text } = await lab.inbox.wait(address, known);
    const code = /\b\d{6}\b/.exec(text)?.[0] ?? "";
    expect((await asking.post(`${to}/api/auth/callback/email`, { code })).status()).toBe(200);
    expect(await asking.address()).toBe(address);
  });

test("what is begun with a secret that a process does not know is refused calmly", async ({
  lab,
  address,
  page,
  person,
}) => {
  const { rotated: from, before: to } = await momentsOf(lab);
  await person({ email: address });

  const traveller = await Program.at(from);
  const back = await throughGoogle(lab, traveller, from);
  await page.context().addCookies((await traveller.context.storageState()).cookies);
  await page.goto(to + back);
  await expect(page).toHaveURL(`${to}/login?error=OAuthCallback`);
  await expect(page.getByRole("alert").filter({ hasText: "Google" })).toBeVisible();

  const typist = await Program.at(from, PERSON);
  await mistype(typist, from);
  const empty = await typist.context.get(`${to}/registro`);
  expect([empty.status(), (await empty.text()).includes("Ana María")]).toEqual([200, false]);

  expect((await withTokenPair(from, to)).status()).toBe(403);

  // what stands in the database does not know of the secret
  const asking = await Program.at(from);
  const known = (await lab.inbox.mails(address)).at(-1)?.id;
  await asking.post("/api/auth/signin/email", { email: address });
  expect(led(await asking.context.get(`${to}/login/correo/enviado`, { maxRedirects: 0 }))).toBe(
    "/login/correo",
  );
  const token = tokenIn(await lab.inbox.wait(address, known));
  expect((await asking.post(`${to}/api/auth/callback/email`, { token })).status()).toBe(200);
  for (const app of [to, from]) {
    const session = await asking.context.get(`${app}/api/auth/session`);
    expect((await session.json()).user.email).toBe(address);
  }
});

/** Goes to Google and chooses an account there. @returns the path that it leads back to */
async function throughGoogle(lab: Lab, program: Program, from: string): Promise<string> {
  const { sub } = await lab.google.add({ email: freshAddress("gmail.com"), email_verified: true });
  const { url } = await (await program.post(`${from}/api/auth/signin/google`)).json();
  return lab.google.choose(url, sub);
}

/** A form that is refused, and whose page shows again what was typed. */
async function mistype(program: Program, from: string): Promise<void> {
  const form = { name: "Ana María", email: "no", password: "corta" };
  const refused = await program.context.post(`${from}/registro/crear`, { form, maxRedirects: 0 });
  expect(refused.status()).toBe(303);
}

/** A form with next-auth's token pair as its only proof: its token from one process, posted to another. */
async function withTokenPair(from: string, to: string): Promise<APIResponse> {
  const bare = await request.newContext({ extraHTTPHeaders: { accept: "application/json" } });
  const { csrfToken } = await (await bare.get(`${from}/api/auth/csrf`)).json();
  return bare.post(`${to}/api/auth/signin/email`, { form: { email: freshAddress(), csrfToken } });
}

function led(answer: APIResponse): string {
  const { location = "" } = answer.headers();
  return location.replace(/^https?:\/\/[^/]+/, "");
}
