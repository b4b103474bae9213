import type { Worker } from "node:worker_threads";
import bcrypt from "bcryptjs";
import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { PASSWORD, whileHashesWait, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { limits } from "../config/limits";
import type { Email } from "../email";
import { consumeMagicLink } from "../magic-link/consume";
import { newToken } from "../secrets";
import { singleton } from "../singleton";
import { findUserByEmail } from "../user/find";
import { HashQueueFull } from "./queue";
import { signInByPassword } from "./sign-in";

const WRONG = "otra clave cualquiera";
const enter = (address: Email, password = PASSWORD, client = stranger()) =>
  signInByPassword(address, password, client);
const wrong = { ok: false, refusal: "wrong" };
const slowed = { ok: false, refusal: "backoff" };
const failuresOf = async (address: Email) =>
  (
    await database.sql<{ failures: number }>(
      `select failures from "TryThrottle" where address = $1`,
      [address],
    )
  )[0]?.failures ?? 0;
const failed = (address: Email, failures: number) =>
  database.sql(`insert into "TryThrottle" (address, failures) values ($1, $2)`, [
    address,
    failures,
  ]);

describe("a password", () => {
  it("lets its owner in, and nobody with another one", async () => {
    const { id, address } = await withPassword();
    expect(await enter(address)).toMatchObject({ ok: true, user: { id, address } });
    expect(await enter(address, WRONG)).toEqual(wrong);
    expect(await enter(address, `${PASSWORD} `)).toEqual(wrong);
  });

  it("wrong is refused in the same words for no account, no password and another password", async () => {
    const [{ address }, { address: without }] = [await withPassword(), await newPerson()];
    for (const one of [address, without, someone()]) expect(await enter(one, WRONG)).toEqual(wrong);
  });

  it("is the same one in another normal form", async () => {
    const { address } = await withPassword();
    expect(await enter(address, PASSWORD.replaceAll(" ", "\u00a0"))).toMatchObject({ ok: true });
  });

  it.each([
    ["another cost", () => bcrypt.hash(PASSWORD, 4), "bcrypt"],
    ["another scheme", () => bcrypt.hash(PASSWORD, 10), "bcrypt"],
  ])("hashed with %s is hashed anew at the next sign-in", async (_, hash, passwordScheme) => {
    const { address } = await newPerson({ passwordHash: await hash(), passwordScheme });
    expect(await enter(address, WRONG)).toEqual(wrong);
    expect((await findUserByEmail(address))?.passwordScheme).toBe("bcrypt");
    expect(await enter(address)).toMatchObject({ ok: true });
    const renewed = await findUserByEmail(address);
    expect(renewed?.passwordScheme).toBe("bcrypt-hmac-v1");
    expect(renewed?.passwordHash).toMatch(/^\$2[aby]\$10\$/);
    expect(await enter(address)).toMatchObject({ ok: true });
    expect((await findUserByEmail(address))?.passwordHash).toBe(renewed?.passwordHash);
  });
});

it("right lets in though the thread that hashes it anew is lost, and is hashed anew the next time", async () => {
  const { address } = await newPerson({
    passwordHash: await bcrypt.hash(PASSWORD, 4),
    passwordScheme: "bcrypt",
  });
  await enter(someone()); // its thread waits now for the next
  const threads = singleton("hash-threads", () => ({ bcrypt: [] as Worker[] })).bcrypt;
  for (const thread of threads) {
    const ask = thread.postMessage.bind(thread);
    thread.postMessage = (job) => (job.verb === "hash" ? void thread.terminate() : ask(job));
  }
  expect(await enter(address)).toMatchObject({ ok: true });
  expect((await findUserByEmail(address))?.passwordScheme).toBe("bcrypt");
  expect(await enter(address)).toMatchObject({ ok: true });
  expect((await findUserByEmail(address))?.passwordScheme).toBe("bcrypt-hmac-v1");
});

it("a hash from elsewhere is never replaced by one of a tail that bcrypt did not read", async () => {
  const long = "contraseña ".repeat(7);
  const passwordHash = await bcrypt.hash(long, 4);
  const { address } = await newPerson({ passwordHash, passwordScheme: "bcrypt" });
  expect(await enter(address, `${long} y otra cosa`)).toMatchObject({ ok: true });
  expect(await enter(address, long)).toMatchObject({ ok: true });
});

describe("ten wrong tries in a row", () => {
  it.each([
    ["with an account", async () => (await withPassword()).address],
    ["without an account", async () => someone()],
  ])("slow an address down, the right password too, without hashing: %s", async (_, whose) => {
    const address = await whose();
    for (let n = 0; n < limits.failuresBeforeBackoff; n += 1)
      expect(await enter(address, WRONG)).toEqual(wrong);
    // a hash would find no place
    await whileHashesWait(async () => {
      const all = await together(50, () => enter(address));
      for (const one of all) expect(one).toMatchObject(slowed);
    });
    expect(await failuresOf(address)).toBe(limits.failuresBeforeBackoff);
  });

  it("that come fifty at the same instant all count before they are hashed", async () => {
    const { address } = await withPassword();
    const client = stranger();
    const all = await together(50, () => enter(address, WRONG, client));
    expect(all.filter(({ ok }) => ok)).toEqual([]);
    expect(all.filter((one) => !one.ok && one.refusal === "wrong")).toHaveLength(10);
  });

  it("from a thousand network ranges are the same ten, and the owner gets in by a link", async () => {
    const { address } = await withPassword();
    const all: Awaited<ReturnType<typeof enter>>[] = [];
    while (all.length < 1000) all.push(...(await together(50, () => enter(address, WRONG))));
    expect(all.filter((one) => !one.ok && one.refusal === "wrong")).toHaveLength(10);
    expect(all.filter((one) => !one.ok && one.refusal === "backoff")).toHaveLength(990);
    const { token } = await mint(address);
    const entering = { client: stranger(), sessionToken: newToken() };
    const used = await consumeMagicLink(token, entering);
    expect(used).toMatchObject({ kind: "user", user: { address } });
  });

  it("are ended by a right password", async () => {
    const { address } = await withPassword();
    await failed(address, limits.failuresBeforeBackoff + 3);
    expect(await enter(address)).toMatchObject({ ok: true });
    expect(await failuresOf(address)).toBe(0);
    expect(await enter(address, WRONG)).toEqual(wrong);
  });
});

describe("a hundred wrong tries in a row", () => {
  it("switch the password off, whatever time passes, and tell its owner once", async () => {
    const { address } = await withPassword();
    await failed(address, limits.failuresBeforeOff - 1);
    expect(await enter(address, WRONG)).toEqual(wrong);
    await database.age("2 days");
    for (let n = 0; n < 3; n += 1) expect(await enter(address)).toMatchObject(slowed);
    const kinds = await database.sql(`select kind from "Notice" where address = $1`, [address]);
    expect(kinds).toEqual([{ kind: "password-off" }]);
  });

  it("at an address without an account write to nobody", async () => {
    const address = someone();
    await failed(address, limits.failuresBeforeOff - 1);
    expect(await enter(address, WRONG)).toEqual(wrong);
    expect(await enter(address, WRONG)).toMatchObject(slowed);
    expect(await database.sql(`select id from "Notice" where address = $1`, [address])).toEqual([]);
  });
});

describe("fifty wrong tries of a network range", () => {
  const range = (hits: number) => {
    const client = stranger();
    return database
      .sql(
        `insert into "RangeHit" (kind, range) select 'try', $1 from generate_series(1, $2::int)`,
        [client.subnet, hits],
      )
      .then(() => client);
  };

  it("slow it down, whoever it tries, for 30 s; other ranges are free", async () => {
    const { address } = await withPassword();
    const client = await range(limits.failuresPerSubnet - 1);
    expect(await enter(someone(), WRONG, client)).toEqual(wrong);
    await whileHashesWait(async () => {
      expect(await enter(address, PASSWORD, client)).toMatchObject(slowed);
    });
    expect(await failuresOf(address)).toBe(0);
    expect(await enter(address)).toMatchObject({ ok: true });
    await database.age("30 seconds");
    expect(await enter(address, PASSWORD, client)).toMatchObject({ ok: true });
  });

  it("do not count the right ones", async () => {
    const { address } = await withPassword();
    const client = await range(limits.failuresPerSubnet - 1);
    for (let n = 0; n < 3; n += 1)
      expect(await enter(address, PASSWORD, client)).toMatchObject({ ok: true });
  });
});

describe("a try for which there is no room in the hash queue", () => {
  it("is refused at once, and given back to its address and its range", async () => {
    const { address } = await withPassword();
    const client = stranger();
    await failed(address, limits.failuresBeforeBackoff + 1);
    await whileHashesWait(async () => {
      for (let n = 0; n < 3; n += 1)
        await expect(enter(address, WRONG, client)).rejects.toThrow(HashQueueFull);
    });
    expect(await failuresOf(address)).toBe(limits.failuresBeforeBackoff + 1);
    const hits = await database.sql(`select id from "RangeHit" where range = $1`, [client.subnet]);
    expect(hits).toEqual([]);
    expect(await enter(address)).toMatchObject({ ok: true });
  });
});
