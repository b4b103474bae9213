import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { PASSWORD, whileHashesWait } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { limits } from "../config/limits";
import type { Email } from "../email";
import { HashQueueFull } from "../password/queue";
import { signInByPassword } from "../password/sign-in";
import { emailWait } from "../rate-limit/emails";
import { newToken } from "../secrets";
import { findUserByEmail } from "../user/find";
import { confirmWithPassword, registerFromLink, registerWithPassword } from "./with-password";

const OTHER = "mi nueva frase secreta";
const enter = (address: Email, password: string) => signInByPassword(address, password, stranger());

async function registered(address: Email, browser = newToken()) {
  const client = stranger();
  const typed = { address, name: "Ana", password: PASSWORD, browser, client, callbackUrl: null };
  const delivered = await registerWithPassword(typed);
  expect(delivered).toEqual({ ok: true });
  const [link = ""] = (await inbox.wait(address)).links;
  return { token: new URL(link).searchParams.get("token") ?? "", browser };
}

const confirm = (token: string, browser: string | null, password = "") =>
  confirmWithPassword({ token, browser, password, client: stranger() });

describe("a registration with a password", () => {
  it("opens nothing before it is confirmed; then its password does", async () => {
    const address = someone();
    const { token, browser } = await registered(address);
    expect(await enter(address, PASSWORD)).toEqual({ ok: false, refusal: "wrong" });
    expect(await confirm(token, browser)).toMatchObject({ ok: true, created: true });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
  });

  it("begins anew where a hundred wrong tries had gone before, as there was no account", async () => {
    const address = someone();
    await database.sql(`insert into "TryThrottle" (address, failures) values ($1, $2)`, [
      address,
      limits.failuresBeforeOff,
    ]);
    const { token, browser } = await registered(address);
    expect(await enter(address, PASSWORD)).toMatchObject({ refusal: "backoff" });
    await confirm(token, browser);
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
  });

  it("keeps the password as a hash alone", async () => {
    const address = someone();
    await registered(address);
    const kept = await database.sql(`select * from "OneTimeToken" where address = $1`, [address]);
    expect(JSON.stringify(kept)).toMatch(/\$2[aby]\$10\$/);
    expect(JSON.stringify(kept)).not.toContain(PASSWORD);
  });

  it.each([
    ["a new one", OTHER],
    ["none", ""],
  ])("confirmed in another browser has %s, never the one that was typed", async (_, password) => {
    const address = someone();
    const { token } = await registered(address);
    expect(await confirm(token, newToken(), password)).toMatchObject({ ok: true });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: false });
    expect((await enter(address, OTHER)).ok).toBe(password === OTHER);
  });

  it("confirmed with a password that may not be chosen is not confirmed, and may be again", async () => {
    const address = someone();
    const { token } = await registered(address);
    expect(await confirm(token, null, "corta")).toMatchObject({
      refusal: "bad-password",
      why: "short",
    });
    expect(await findUserByEmail(address)).toBeNull();
    expect(await confirm(token, null, OTHER)).toMatchObject({ ok: true });
  });

  it("that may not be chosen sends and counts nothing", async () => {
    const address = someone();
    const [local = ""] = address.split("@");
    for (const password of ["corta", local, "Ana María"]) {
      const typed = { address, name: "Ana María", password, browser: newToken() };
      expect(
        await registerWithPassword({ ...typed, client: stranger(), callbackUrl: null }),
      ).toMatchObject({ refusal: "bad-password" });
    }
    expect(await emailWait("registration", address)).toBeNull();
  });

  it("without room in the hash queue sends and counts nothing", async () => {
    const address = someone();
    const typed = { address, name: "Ana", password: PASSWORD, browser: newToken() };
    await whileHashesWait(async () => {
      await expect(
        registerWithPassword({ ...typed, client: stranger(), callbackUrl: null }),
      ).rejects.toThrow(HashQueueFull);
    });
    expect(await emailWait("registration", address)).toBeNull();
  });

  it("that has to wait, by its address or its range, is not hashed in vain", async () => {
    const [address, full] = [someone(), stranger()];
    await registered(address);
    await database.sql(
      `insert into "RangeHit" (kind, range) select 'mail', $1 from generate_series(1, $2::int)`,
      [full.subnet, limits.emailsPerSubnet],
    );
    const typed = { name: "Ana", password: PASSWORD, browser: newToken(), callbackUrl: null };
    // a hash would find no place
    await whileHashesWait(async () => {
      expect(await registerWithPassword({ ...typed, address, client: stranger() })).toMatchObject({
        ok: false,
        refusal: "rate-limited",
      });
      expect(
        await registerWithPassword({ ...typed, address: someone(), client: full }),
      ).toMatchObject({ ok: false, refusal: "subnet-full" });
    });
  });

  it("of two people for one address: each password goes with its own mail", async () => {
    const [address, attacker] = [someone(), newToken()];
    await registered(address, attacker);
    await database.age("61 seconds");
    const browser = newToken();
    const first = (await inbox.wait(address)).id;
    await registerWithPassword({
      ...{ address, name: "Ana", password: OTHER, browser },
      ...{ client: stranger(), callbackUrl: null },
    });
    const [link = ""] = (await inbox.wait(address, first)).links;
    await confirm(new URL(link).searchParams.get("token") ?? "", browser);
    expect(await enter(address, OTHER)).toMatchObject({ ok: true });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: false });
  });
});

describe("a registration by a magic link", () => {
  const from = (token: string, password: string) =>
    registerFromLink({ token, name: "Ana", password, client: stranger() });

  it.each([
    ["with a password", PASSWORD],
    ["without one", ""],
  ])("is confirmed already: %s", async (_, password) => {
    const address = someone();
    const { token } = await mint(address);
    expect(await from(token, password)).toMatchObject({ ok: true, created: true });
    expect(await findUserByEmail(address)).toMatchObject({ name: "Ana" });
    expect((await enter(address, PASSWORD)).ok).toBe(password === PASSWORD);
    expect(await from(token, password)).toMatchObject({ ok: false, refusal: "used" });
  });

  it("of an address that got an account meanwhile signs in, and changes nothing", async () => {
    const { address } = await newPerson({ name: "Luis" });
    const { token } = await mint(address);
    expect(await from(token, PASSWORD)).toMatchObject({ ok: true, created: false });
    expect(await findUserByEmail(address)).toMatchObject({ name: "Luis", passwordHash: null });
  });

  it("with a password that may not be chosen leaves the link whole", async () => {
    const { token } = await mint(someone());
    expect(await from(token, "corta")).toMatchObject({ refusal: "bad-password" });
    expect(await from(token, PASSWORD)).toMatchObject({ ok: true });
  });
});
