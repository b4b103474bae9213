import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { led, whoIsIn } from "@/e2e/support/unit/auth";
import { PASSWORD } from "@/e2e/support/unit/passwords";
import { resetOf } from "@/e2e/support/unit/resets";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import {
  ANOTHER,
  browser,
  byLink,
  byPassword,
  entered,
  isAsked,
  STEP,
  signOut,
  someoneWithApp,
  type,
} from "@/e2e/support/unit/second-step-browser";

describe("a trusted device", () => {
  it("skips the step of its own person, for 30 days however often it is used", async () => {
    const [person, other] = [await someoneWithApp(), await someoneWithApp()];
    const caller = await entered(person, { trust: "on" });
    await signOut(caller);
    await database.age("29 days");
    expect(await isAsked(caller, other)).toBe(true);
    expect(await isAsked(caller, person)).toBe(false);
    await signOut(caller);
    await database.age("2 days");
    expect(await isAsked(caller, person)).toBe(true);
    expect(await isAsked(browser(), person)).toBe(true);
  });

  it("of two people is one for both", async () => {
    const [person, other] = [await someoneWithApp(), await someoneWithApp()];
    const caller = await entered(person, { trust: "on" });
    await signOut(caller);
    await byPassword(caller, other);
    await type(caller, await other.app.code(), { trust: "on" });
    for (const one of [person, other]) {
      await signOut(caller);
      expect(await isAsked(caller, one)).toBe(false);
    }
  });

  it("is not trusted without the tick", async () => {
    const person = await someoneWithApp();
    const caller = await entered(person);
    await signOut(caller);
    expect(await isAsked(caller, person)).toBe(true);
  });

  it("ends with a new password", async () => {
    const person = await someoneWithApp();
    const caller = await entered(person, { trust: "on" });
    const token = await resetOf(person.address);
    expect(
      led(await caller.post("/recuperar/nueva/guardar", { token, password: ANOTHER }))[1],
    ).toBe(STEP);
  });

  it("ends with the step that it is of", async () => {
    const person = await someoneWithApp();
    const caller = await entered(person, { trust: "on" });
    await signOut(caller);
    await database.sql(`delete from "Totp" where "userId" = $1`, [person.id]);
    await withSecondStep(person.id);
    expect(await isAsked(caller, person)).toBe(true);
  });

  it("proves nothing: a change of ways in asks for the step", async () => {
    const person = await someoneWithApp();
    const caller = await entered(person, { trust: "on" });
    expect((await whoIsIn(caller))?.session.reauthenticated).toBe(true);
    await signOut(caller);
    expect(await isAsked(caller, person)).toBe(false);
    expect((await whoIsIn(caller))?.session.reauthenticated).toBe(false);
    const proved = { password: PASSWORD, callbackUrl: "/cuenta/llaves", person: person.id };
    expect(led(await caller.post("/cuenta/confirmar/contrasena", proved))).toEqual([303, STEP]);
    expect((await whoIsIn(caller))?.session.reauthenticated).toBe(false);
    // the one before is used, and time stands still here
    expect(led(await type(caller, await person.app.code(1)))).toEqual([303, "/cuenta/llaves"]);
    expect((await whoIsIn(caller))?.session.reauthenticated).toBe(true);
  });

  it("proves nothing by a link either, while its session is open", async () => {
    const person = await someoneWithApp();
    const caller = await entered(person, { trust: "on" });
    expect(led(await byLink(caller, person))[1]).toBe(STEP);
  });
});
