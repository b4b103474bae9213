import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { PASSWORD, whileHashesWait, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import {
  enter,
  nothingHappened,
  noticesOf,
  resetOf,
  SAVING,
  waiting,
} from "@/e2e/support/unit/resets";
import { mint } from "@/e2e/support/unit/tokens";
import { limits } from "../config/limits";
import { HashQueueFull } from "../password/queue";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { startSession } from "../session/start";
import { peekToken } from "../token/peek";
import { findUserByEmail } from "../user/find";
import { recoverPassword } from "./request";
import { resetPassword } from "./reset";

const NEW = "mi nueva frase secreta";
afterEach(() => inbox.fault({ mode: "none" }));

describe("a reset", () => {
  it("by the link of the mail gives a new password, and signs in", async () => {
    const { address } = await withPassword();
    expect(await recoverPassword(address, newToken(), stranger())).toEqual({ ok: true });
    const [link = ""] = (await inbox.wait(address)).links;
    expect(link).toMatch(/^http:\/\/localhost:3000\/recuperar\/nueva\?token=[\w-]{43}$/);
    const token = new URL(link).searchParams.get("token") ?? "";
    const reset = await resetPassword(token, NEW, stranger());
    expect(await userOfSession(reset.ok ? reset.session.token : "")).toMatchObject({ address });
    expect(await enter(address, NEW)).toMatchObject({ ok: true });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: false });
  });

  it("ends all other sessions and every other reset, and sends a notice", async () => {
    const { id, address } = await withPassword();
    const old = await startSession({ id, address }, "password", stranger());
    const [one, other] = [await resetOf(address), await resetOf(address)];
    const link = (await mint(address)).token;
    await resetPassword(one, NEW, stranger());
    expect(await userOfSession(old.token)).toBeNull();
    expect(await resetPassword(other, NEW, stranger())).toMatchObject({ refusal: "ended" });
    expect(await noticesOf(address)).toContainEqual({ kind: "password-changed" });
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
    expect(await enter(address, PASSWORD)).toMatchObject({ refusal: "backoff" });
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
    const before = await findUserByEmail(address);
    expect(await resetPassword(token, `${NEW} más`, stranger())).toMatchObject({ refusal: state });
    expect(await findUserByEmail(address)).toEqual(before);
  });

  it.each(["magic-link", "registration", "proved-address"] as const)(
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
        refusal: "rate-limited",
        wait: { reason: "gap" },
      });
    }
    expect((await inbox.wait(nobody)).links.join()).not.toContain("token");
    expect(await findUserByEmail(nobody)).toBeNull();
  });
});

describe("cut off while it is saved", () => {
  it.each(SAVING)("a reset did not happen at all: %s", async (statement) => {
    const person = await waiting();
    await cutAt(statement, () => resetPassword(person.resets[0], NEW, stranger()));
    await nothingHappened(person);
    expect(await resetPassword(person.resets[0], NEW, stranger())).toMatchObject({ ok: true });
    expect(await enter(person.address, NEW)).toMatchObject({ ok: true });
  });
});
