import { freshAddress } from "@/testing/address";
import { Program, tokenIn } from "@/testing/program";
import { expect, test } from "../support/fixtures";
import { PASSWORD, register } from "../support/lab/person";

// The five attacks of Sudhodanan and Paverd, "Pre-hijacked accounts" (USENIX Security 2022), each against an address
// whose owner has no account yet.

const THEIRS = "la llave de quien espera 1";

async function attackerRegisters(app: string, address: string): Promise<Program> {
  const attacker = await Program.at(app);
  const form = { name: "Atacante", email: address, password: THEIRS };
  expect((await attacker.post("/registro/crear", form)).status()).toBe(200);
  return attacker;
}

async function opensAccount(app: string, address: string, password: string): Promise<boolean> {
  const program = await Program.at(app);
  const answer = await program.post("/api/auth/callback/credentials", { email: address, password });
  return answer.ok();
}

test("classic-federated merge: a password prepared for an address never meets its owner's Google", async ({
  page,
  lab,
}) => {
  const address = freshAddress("gmail.com");
  await lab.google.add({ email: address, name: "Dueña", email_verified: true });
  await attackerRegisters(lab.app, address);

  await page.goto("/login");
  await page.getByRole("button", { name: "Iniciar sesión con Google" }).click();
  await page.getByRole("button", { name: address }).click();
  await expect(page).toHaveURL("/cuenta");
  expect(await opensAccount(lab.app, address, THEIRS)).toBe(false);

  // the verification mail of the attacker's registration is the owner's: her click adds nothing of theirs
  const owner = await Program.at(lab.app);
  const token = tokenIn(await lab.inbox.wait(address));
  expect((await owner.post("/registro/verificar/confirmar", { token })).status()).toBe(200);
  expect(await opensAccount(lab.app, address, THEIRS)).toBe(false);
});

test("unexpired session identifier: no session exists before the address is proved, and a reset ends all", async ({
  lab,
  address,
}) => {
  const attacker = await attackerRegisters(lab.app, address);
  expect(await attacker.address()).toBeNull();

  const owner = await Program.at(lab.app);
  const token = tokenIn(await lab.inbox.wait(address));
  await owner.post("/registro/verificar/confirmar", { token });
  expect(await owner.address()).toBe(address);
  expect(await attacker.address()).toBeNull();
  expect(await opensAccount(lab.app, address, THEIRS)).toBe(false);

  const { id } = await lab.inbox.wait(address);
  await owner.post("/recuperar/enviar", { email: address });
  const reset = tokenIn(await lab.inbox.wait(address, id));
  const fresh = await Program.at(lab.app);
  const saved = await fresh.post("/recuperar/nueva/guardar", { token: reset, password: PASSWORD });
  expect(saved.status()).toBe(200);
  expect(await owner.address()).toBeNull();
  expect(await fresh.address()).toBe(address);
});

test("trojan identifier: a stranger's Google never becomes a way in by the owner's click", async ({
  page,
  lab,
  address,
}) => {
  const google = await lab.google.add({ email: address, name: "Atacante", email_verified: false });
  await page.goto("/login");
  await page.getByRole("button", { name: "Iniciar sesión con Google" }).click();
  await page.getByRole("button", { name: address }).click();
  await expect(page).toHaveURL("/registro/enviado");

  const owner = await Program.at(lab.app);
  const token = tokenIn(await lab.inbox.wait(address));
  await owner.post("/registro/verificar/confirmar", { token });
  expect(await owner.address()).toBe(address);
  const linked = await lab.database.sql('select 1 from "Account" where "providerAccountId" = $1', [
    google.sub,
  ]);
  expect(linked).toEqual([]);

  await page.goto("/login");
  await page.getByRole("button", { name: "Iniciar sesión con Google" }).click();
  await page.getByRole("button", { name: address }).click();
  await expect(page).toHaveURL("/login?error=OAuthAccountNotLinked");
});

test("unexpired e-mail change: a verification that comes late changes nothing in the owner's account", async ({
  lab,
  address,
}) => {
  await attackerRegisters(lab.app, address);
  const late = tokenIn(await lab.inbox.wait(address));
  await lab.database.age("61 seconds");
  const { id } = await lab.inbox.wait(address);
  const owner = await Program.at(lab.app);
  await owner.post("/registro/crear", { name: "Dueña", email: address, password: PASSWORD });
  const own = tokenIn(await lab.inbox.wait(address, id));
  await owner.post("/registro/verificar/confirmar", { token: own });
  expect(await owner.address()).toBe(address);

  const confirming = await Program.at(lab.app);
  const confirmed = await confirming.post("/registro/verificar/confirmar", {
    token: late,
    password: THEIRS,
  });
  expect(confirmed.status()).toBe(200);
  expect(await confirming.address()).toBe(address);
  expect(await opensAccount(lab.app, address, THEIRS)).toBe(false);
  expect(await opensAccount(lab.app, address, PASSWORD)).toBe(true);
});

test("unexpired e-mail change: one that waits does not outlive a reset, and gives nobody the account", async ({
  lab,
  address,
}) => {
  // the attacker once knew the owner's password, and prepares to take the account elsewhere
  await register(lab.app, lab.inbox, address);
  const attacker = await Program.at(lab.app);
  const known = { email: address, password: PASSWORD };
  expect((await attacker.post("/api/auth/callback/credentials", known)).ok()).toBe(true);
  const theirs = freshAddress();
  const asked = await attacker.postOwn("/cuenta/correo/enviar", { email: theirs });
  expect(asked.status()).toBe(200);
  const waiting = tokenIn(await lab.inbox.wait(theirs));

  const owner = await Program.at(lab.app);
  const { id } = await lab.inbox.wait(address);
  await owner.post("/recuperar/enviar", { email: address });
  const reset = tokenIn(await lab.inbox.wait(address, id));
  const saved = await owner.post("/recuperar/nueva/guardar", {
    token: reset,
    password: `${PASSWORD} y nueva`,
  });
  expect(saved.status()).toBe(200);

  const confirmed = await attacker.post("/cuenta/correo/confirmar/guardar", { token: waiting });
  expect([confirmed.status(), (await confirmed.json()).error]).toEqual([401, "LinkEnded"]);
  expect(await owner.address()).toBe(address);
  expect(await attacker.address()).toBeNull();
});

test("non-verifying identity provider: an address that Google does not answer for opens nobody's account", async ({
  page,
  lab,
  address,
}) => {
  await register(lab.app, lab.inbox, address);
  for (const claims of [{ email_verified: true }, { email_verified: "true", hd: "ejemplo.com" }]) {
    await lab.google.add({ sub: `fake-${address}`, email: address, name: "Atacante" });
    await lab.google.fault({ mode: "none", claims });
    await page.goto("/login");
    await page.getByRole("button", { name: "Iniciar sesión con Google" }).click();
    await page.getByRole("button", { name: address }).click();
    await expect(page).toHaveURL("/login?error=OAuthAccountNotLinked");
    await expect(page.getByRole("alert").first()).toContainText("vincula Google");
  }
  await lab.google.fault({ mode: "none", claims: {} });
});
