import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/unit";
import { cutAt } from "@/e2e/unit/cut";
import { PASSWORD, whileHashesWait, withPassword } from "@/e2e/unit/passwords";
import { newPerson, someone, stranger, together } from "@/e2e/unit/people";
import { mint } from "@/e2e/unit/tokens";
import { accountAt } from "../account/find";
import type { Address } from "../address";
import { db } from "../database/client";
import { limits } from "../limits";
import { newToken } from "../secret";
import { type Person, personOfSession } from "../session/current";
import { endSessionsOf } from "../session/end";
import { openSessionsOf } from "../session/list";
import { startSession } from "../session/start";
import { peekToken } from "../token/peek";
import { changePassword } from "./change";
import { HashQueueFull } from "./queue";
import { recoverPassword } from "./recover";
import { resetPassword } from "./reset";
import { signInByPassword } from "./sign-in";

const NEW = "mi nueva frase secreta";
afterEach(() => inbox.fault({ mode: "none" }));

const enter = (address: Address, password: string) =>
  signInByPassword(address, password, stranger());
const resetOf = async (address: Address) => (await mint(address, { purpose: "reset" })).token;
const notices = (address: Address) =>
  database.sql(`select kind from "Notice" where address = $1`, [address]);

async function ownerBy(token: string): Promise<Person> {
  const person = await personOfSession(token);
  if (!person) throw new Error("nobody is in");
  return person;
}

describe("a reset", () => {
  it("by the link of the mail gives a new password, and signs in", async () => {
    const { address } = await withPassword();
    expect(await recoverPassword(address, newToken(), stranger())).toEqual({ ok: true });
    const [link = ""] = (await inbox.wait(address)).links;
    expect(link).toMatch(/^http:\/\/localhost:3000\/recuperar\/nueva\?token=[\w-]{43}$/);
    const token = new URL(link).searchParams.get("token") ?? "";
    const reset = await resetPassword(token, NEW, stranger());
    expect(await personOfSession(reset.ok ? reset.session.token : "")).toMatchObject({ address });
    expect(await enter(address, NEW)).toMatchObject({ ok: true });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: false });
  });

  it("ends all other sessions and every other reset, and sends a notice", async () => {
    const { id, address } = await withPassword();
    const old = await startSession({ id, address }, "password", stranger());
    const [one, other] = [await resetOf(address), await resetOf(address)];
    const link = (await mint(address)).token;
    await resetPassword(one, NEW, stranger());
    expect(await personOfSession(old.token)).toBeNull();
    expect(await resetPassword(other, NEW, stranger())).toMatchObject({ refusal: "ended" });
    expect(await notices(address)).toContainEqual({ kind: "password-changed" });
    expect(await peekToken(link, "magic-link")).toMatchObject({ state: "valid" });
  });

  it("used fifty times at the same instant works once", async () => {
    const { address } = await withPassword();
    const token = await resetOf(address);
    const resets = await together(20, (n) => resetPassword(token, `${NEW} ${n}`, stranger()));
    const winner = resets.findIndex(({ ok }) => ok);
    expect(resets.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await enter(address, `${NEW} ${winner}`)).toMatchObject({ ok: true });
  });

  it("switches a password on again that was switched off", async () => {
    const { address } = await withPassword();
    await database.sql(`insert into "TryThrottle" (address, failures) values ($1, $2)`, [
      address,
      limits.failuresBeforeOff,
    ]);
    expect(await enter(address, PASSWORD)).toMatchObject({ refusal: "slowed" });
    await resetPassword(await resetOf(address), NEW, stranger());
    expect(await enter(address, NEW)).toMatchObject({ ok: true });
  });

  it("gives a first password to who had none", async () => {
    const { address } = await newPerson();
    expect(await resetPassword(await resetOf(address), NEW, stranger())).toMatchObject({
      ok: true,
    });
    expect(await enter(address, NEW)).toMatchObject({ ok: true });
  });

  it("refuses a password that may not be chosen, and its link still works", async () => {
    const { address } = await withPassword();
    const token = await resetOf(address);
    const [local = ""] = address.split("@");
    for (const bad of ["", "corta", "12345678", local, "ñ".repeat(129)])
      expect(await resetPassword(token, bad, stranger())).toMatchObject({
        refusal: "bad-password",
      });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
    expect(await resetPassword(token, NEW, stranger())).toMatchObject({ ok: true });
  });

  it("without room in the hash queue still works afterwards", async () => {
    const { address } = await withPassword();
    const token = await resetOf(address);
    await whileHashesWait(async () => {
      await expect(resetPassword(token, NEW, stranger())).rejects.toThrow(HashQueueFull);
    });
    expect(await resetPassword(token, NEW, stranger())).toMatchObject({ ok: true });
  });

  it.each(["used", "expired", "unknown"] as const)("that is %s says so", async (state) => {
    const { address } = await withPassword();
    const token = state === "unknown" ? newToken() : await resetOf(address);
    if (state === "used") await resetPassword(token, NEW, stranger());
    if (state === "expired") await database.age("30 minutes");
    const before = await accountAt(address);
    expect(await resetPassword(token, `${NEW} más`, stranger())).toMatchObject({ refusal: state });
    expect(await accountAt(address)).toEqual(before);
  });

  it.each(["magic-link", "registration", "proved-address", "google-proof"] as const)(
    "is no token made for %s",
    async (purpose) => {
      const { address } = await withPassword();
      const { token } = await mint(address, { purpose });
      expect(await resetPassword(token, NEW, stranger())).toMatchObject({ refusal: "unknown" });
      expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
    },
  );

  it("asked for where there is no account answers the same, and its mail opens nothing", async () => {
    const [{ address }, nobody] = [await withPassword(), someone()];
    for (const one of [address, nobody]) {
      expect(await recoverPassword(one, newToken(), stranger())).toEqual({ ok: true });
      expect(await recoverPassword(one, newToken(), stranger())).toMatchObject({
        refusal: "throttled",
        wait: { reason: "gap" },
      });
    }
    expect((await inbox.wait(nobody)).links.join()).not.toContain("token");
    expect(await accountAt(nobody)).toBeNull();
  });
});

describe("cut off while it is saved", () => {
  const SAVING = ["User", "Session", "TryThrottle"].map((table) => `update on "${table}"`);
  const TELLING = ["Activity", "Notice"].map((table) => `insert on "${table}"`);

  const STARTING = ['insert on "Session"'];

  /** Somebody who is in, slowed down, and has asked for two resets. */
  async function waiting() {
    const person = await withPassword();
    const session = (await startSession(person, "password", stranger())).token;
    const resets = [await resetOf(person.address), await resetOf(person.address)] as const;
    await database.sql('insert into "TryThrottle" (address, failures) values ($1, 5)', [
      person.address,
    ]);
    return { ...person, session, resets };
  }
  async function nothingHappened({
    address,
    session,
    resets,
  }: Awaited<ReturnType<typeof waiting>>) {
    for (const reset of resets)
      expect(await peekToken(reset, "reset")).toMatchObject({ state: "valid" });
    expect(await personOfSession(session)).toMatchObject({ address });
    expect(await notices(address)).toEqual([]);
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
  }

  it.each([...SAVING, ...TELLING, ...STARTING])(
    "a reset did not happen at all: %s",
    async (statement) => {
      const person = await waiting();
      await cutAt(statement, () => resetPassword(person.resets[0], NEW, stranger()));
      await nothingHappened(person);
      expect(await resetPassword(person.resets[0], NEW, stranger())).toMatchObject({ ok: true });
      expect(await enter(person.address, NEW)).toMatchObject({ ok: true });
    },
  );

  it.each([...SAVING, 'update on "OneTimeToken"', ...TELLING, ...STARTING])(
    "a change did not happen at all: %s",
    async (statement) => {
      const person = await waiting();
      const owner = await ownerBy(person.session);
      await cutAt(statement, () => changePassword(owner, NEW, stranger()));
      await nothingHappened(person);
    },
  );
});

describe("a password changed from /cuenta", () => {
  it("ends every session and every reset, tells its owner, and goes on in a new session", async () => {
    const { id, address } = await withPassword();
    const [here, elsewhere] = [
      await startSession({ id, address }, "password", stranger()),
      await startSession({ id, address }, "email", stranger()),
    ];
    const reset = await resetOf(address);
    const changed = await changePassword(await ownerBy(here.token), NEW, stranger());
    for (const { token } of [here, elsewhere]) expect(await personOfSession(token)).toBeNull();
    expect(await personOfSession(changed.ok ? changed.session.token : "")).toMatchObject({ id });
    expect(await resetPassword(reset, PASSWORD, stranger())).toMatchObject({ refusal: "ended" });
    expect(await notices(address)).toContainEqual({ kind: "password-changed" });
    expect(await enter(address, NEW)).toMatchObject({ ok: true });
  });

  it("may not be the person's own name", async () => {
    const { id, address } = await newPerson({ name: "Maximiliano Rodríguez" });
    const { token } = await startSession({ id, address }, "email", stranger());
    expect(await changePassword(await ownerBy(token), "maximiliano", stranger())).toMatchObject({
      refusal: "bad-password",
    });
  });

  it("by a session that was ended while it was hashed changes nothing", async () => {
    const { id, address } = await withPassword();
    const { token } = await startSession({ id, address }, "password", stranger());
    const thief = await ownerBy(token);
    await db().$transaction((transaction) => endSessionsOf(id, transaction));
    expect(await changePassword(thief, NEW, stranger())).toEqual({
      ok: false,
      refusal: "unproved",
    });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
  });

  it("at the same instant as a reset never undoes it", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, address } = await withPassword();
      const { token } = await startSession({ id, address }, "password", stranger());
      const [thief, link] = [await ownerBy(token), await resetOf(address)];
      const [reset, changed] = await Promise.all([
        resetPassword(link, NEW, stranger()),
        changePassword(thief, "otra frase del ladrón", stranger()),
      ]);
      // whoever was second: a change ends the reset's link, a reset the session of the change
      expect([reset.ok, changed.ok]).not.toEqual([true, true]);
      expect(await openSessionsOf(id)).toHaveLength(1);
      expect(await enter(address, reset.ok ? NEW : "otra frase del ladrón")).toMatchObject({
        ok: true,
      });
    }
  });

  it("twice at the same instant by one session is changed once", async () => {
    const { id, address } = await withPassword();
    const { token } = await startSession({ id, address }, "password", stranger());
    const owner = await ownerBy(token);
    const changes = await together(4, (n) => changePassword(owner, `${NEW} ${n}`, stranger()));
    expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openSessionsOf(id)).toHaveLength(1);
  });
});
