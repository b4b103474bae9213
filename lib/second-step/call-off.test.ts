import { beforeEach, describe, expect, it } from "vitest";
import { GET as page } from "@/app/login/dos-pasos/cancelar/route";
import { database, inbox } from "@/e2e/support/unit";
import { led, said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { eventsOf, moved, undoOf } from "@/e2e/support/unit/email-changes";
import {
  asked,
  browser,
  CANCEL,
  CANCEL_OWN,
  cancelToken,
  lostPhones,
  nobodyAsks,
  someoneWithApp,
} from "@/e2e/support/unit/lost-phones";
import { stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { undoEmailChange } from "../email-change/undo";
import { cookieName } from "../http/cookies";
import { consumeMagicLink } from "../magic-link/consume";
import { retryNotices } from "../notice/send";
import { newToken } from "../secrets";
import { startSession } from "../session/start";
import { callOffByLink } from "./call-off";
import { settleLostPhones } from "./carry-out";

beforeEach(nobodyAsks);

const passed = { secondStepPassed: true };

describe("the link of a mail about a lost phone", () => {
  it("changes nothing while it is looked at, and one click calls it off", async () => {
    const person = await someoneWithApp();
    await asked(person);
    const token = await cancelToken(person.address);
    const before = await database.rows();
    for (const method of ["HEAD", "GET", "GET"])
      await new Caller(page).send(`/login/dos-pasos/cancelar?token=${token}`, { method });
    expect(await database.rows()).toEqual(before);
    expect(led(await browser().post(CANCEL, { token }))).toEqual([303, "/login"]);
    expect(await lostPhones(person)).toMatchObject([{ called: true, done: false }]);
    expect(await eventsOf(person)).toContain("lost-phone-cancelled");
    await database.age("25 hours");
    expect((await settleLostPhones()).stepsOff).toBe(0);
  });

  it("is in both mails, and each says what became of it", async () => {
    const person = await someoneWithApp();
    await asked(person);
    const first = await cancelToken(person.address);
    await database.age("12 hours");
    await settleLostPhones();
    await retryNotices();
    const second = await cancelToken(person.address);
    expect(second).not.toBe(first);
    const program = browser(PROGRAM);
    expect((await program.post(CANCEL, { token: first })).status).toBe(200);
    for (const [token, error] of [
      [first, "LinkUsed"],
      [second, "LinkUsed"],
      [newToken(), "LinkUnknown"],
      ["nonsense", "LinkUnknown"],
    ] as const)
      expect(await said(await program.post(CANCEL, { token }))).toMatchObject({
        status: 401,
        error,
        message: expect.stringMatching(/recuperación/),
      });
    expect(await lostPhones(person)).toHaveLength(1);
  });

  it("is too late once the step is off, and ends with the step that it is of", async () => {
    const [late, anew] = [await someoneWithApp(), await someoneWithApp()];
    await asked(late);
    await asked(anew);
    const tokens = [await cancelToken(late.address), await cancelToken(anew.address)];
    await database.sql(`update "User" set "totpId" = null where id = $1`, [anew.id]);
    await database.age("25 hours");
    await settleLostPhones();
    const program = browser(PROGRAM);
    for (const [n, error] of ["LinkExpired", "LinkEnded"].entries())
      expect(await said(await program.post(CANCEL, { token: tokens[n] ?? "" }))).toMatchObject({
        error,
      });
  });

  it("works until it is carried out, also after the day", async () => {
    const person = await someoneWithApp();
    await asked(person);
    const token = await cancelToken(person.address);
    await database.age("30 hours");
    expect(await callOffByLink(token, stranger())).toMatchObject({ ok: true });
  });

  it("never signs in", async () => {
    const person = await someoneWithApp();
    await asked(person);
    const token = await cancelToken(person.address);
    const session = { client: stranger(), sessionToken: newToken() };
    expect(await consumeMagicLink(token, session)).toMatchObject({ ok: false, refusal: "unknown" });
  });

  it("is called off or carried out, never both, at the same instant in two processes", async () => {
    for (let round = 0; round < 4; round += 1) {
      const person = await someoneWithApp();
      await asked(person);
      const token = await cancelToken(person.address);
      await database.age("25 hours");
      const other =
        new SecondProcess(`import { settleLostPhones } from "./lib/second-step/carry-out";
        await gate();
        console.log(JSON.stringify((await Promise.all([settleLostPhones(), settleLostPhones()])).map((one) => one.stepsOff)));
        process.exit();`);
      await other.ready();
      const [clicks, carried] = await Promise.all([
        together(10, () => callOffByLink(token, stranger())),
        other.go<number[]>(),
      ]);
      const calledOff = clicks.filter(({ ok }) => ok).length;
      expect(calledOff + carried.reduce((a, b) => a + b)).toBe(1);
      const [row] = await lostPhones(person);
      expect(row).toMatchObject({ called: calledOff === 1, done: calledOff === 0 });
      const step = await database.sql(
        `select "totpId" is not null as on from "User" where id = $1`,
        [person.id],
      );
      expect(step).toEqual([{ on: calledOff === 1 }]);
    }
  });

  it("is sent to an old mailbox that could undo a change of address, too, and works there", async () => {
    const person = await someoneWithApp();
    const session = await startSession(person, "password", stranger(), passed);
    const to = await moved({ ...person, session });
    await asked({ address: to });
    const tokens = [await cancelToken(person.address), await cancelToken(to)];
    expect(new Set(tokens.filter(Boolean)).size).toBe(2);
    expect(await callOffByLink(tokens[0] ?? "", stranger())).toMatchObject({ ok: true });
    const mails = await Promise.all([person.address, to].map((one) => inbox.mails(one)));
    await retryNotices();
    for (const [n, address] of [person.address, to].entries())
      expect((await inbox.wait(address, mails[n]?.at(-1)?.id)).subject).toMatch(/^Se canceló/);
  });

  it("is not needed once a change of address is undone: what was asked for is off with it", async () => {
    const person = await someoneWithApp();
    // the step is older than what an undone change takes away
    await database.sql(`update "Totp" set "confirmedAt" = clock_timestamp() - interval '30 days'`);
    const session = await startSession(person, "password", stranger(), passed);
    const to = await moved({ ...person, session });
    await asked({ address: to });
    const undo = await undoOf(person.address);
    expect(await undoEmailChange(undo, stranger())).toMatchObject({ ok: true });
    expect(await lostPhones(person)).toMatchObject([{ called: true }]);
  });
});

describe("an owner who is signed in", () => {
  it("calls it off by one button, without a fresh proof", async () => {
    const person = await someoneWithApp();
    const session = await startSession(person, "password", stranger(), passed);
    await asked(person);
    await database.age("1 hour");
    const here = browser({}, { person: person.id });
    here.cookies.set(cookieName("session"), session.token);
    expect(led(await here.post(CANCEL_OWN))).toEqual([303, "/cuenta"]);
    expect(await lostPhones(person)).toMatchObject([{ called: true }]);
    expect(led(await here.post(CANCEL_OWN))).toEqual([303, "/cuenta"]);
    expect(
      (await eventsOf(person)).filter((event) => event === "lost-phone-cancelled"),
    ).toHaveLength(1);
  });
});
