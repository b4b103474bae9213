import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { POST as confirmByPasskey } from "@/app/cuenta/confirmar/llave/route";
import { POST as askToConfirm } from "@/app/cuenta/confirmar/reto/route";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, said, whoIsIn } from "@/e2e/support/unit/auth";
import { PROGRAM } from "@/e2e/support/unit/caller";
import { eventsOf } from "@/e2e/support/unit/email-changes";
import {
  ABOUT,
  ASK,
  asked,
  browser,
  isOn,
  lostPhones,
  nobodyAsks,
  STEP,
  signsIn,
  someoneWithApp,
  subjects,
  type,
  waiting,
} from "@/e2e/support/unit/lost-phones";
import {
  at,
  programBrowser,
  signInOptionsOf,
  signInWith,
  withPasskey,
} from "@/e2e/support/unit/passkeys";
import { stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { limits } from "../config/limits";
import { transact } from "../database/transaction";
import { cookieName } from "../http/cookies";
import { sendNotices } from "../notice/send";
import { startSession } from "../session/start";
import { settleLostPhones } from "./carry-out";
import { reportLostPhone } from "./lost-phone";
import { makeRecoveryCodes } from "./recovery-codes";

beforeEach(nobodyAsks);
afterEach(() => inbox.fault({ mode: "none" }));

describe("somebody without the phone", () => {
  it("asks after the first factor, hears when it is due, and the owner is told at once", async () => {
    const person = await someoneWithApp();
    const caller = await waiting(person);
    const answer = await said<{ due: string }>(await caller.post(ASK));
    expect(answer).toEqual({
      status: 200,
      url: "http://localhost:3000/login/dos-pasos/recuperar",
      message: expect.stringMatching(/^Recuperación pedida\..* desactivaremos los dos pasos el \d/),
      due: expect.any(String),
    });
    const [{ seconds = 0 } = {}] = await database.sql<{ seconds: number }>(
      `select extract(epoch from $1::timestamptz - clock_timestamp())::int as seconds`,
      [answer.due],
    );
    expect(Math.abs(seconds - limits.lostPhoneWaitSeconds)).toBeLessThan(60);
    expect(await said(await caller.post(ASK))).toEqual(answer);
    expect(await subjects(person)).toEqual([ABOUT.asked]);
    expect(await eventsOf(person)).toEqual(["lost-phone-asked"]);
    expect(await isOn(person)).toBe(1);
  });

  it("cannot ask before the first factor, nor once its sign-in has ended", async () => {
    const person = await someoneWithApp();
    const refused = { status: 401, error: "SecondStepEnded", url: "http://localhost:3000/login" };
    expect(await said(await browser(PROGRAM).post(ASK))).toMatchObject(refused);
    const late = await waiting(person);
    const guessed = await waiting(person);
    await database.sql(
      `update "PendingSignIn" set tries = 5 where id = (select id from "PendingSignIn" where "userId" = $1 order by "createdAt" desc limit 1)`,
      [person.id],
    );
    expect(await said(await guessed.post(ASK))).toMatchObject(refused);
    await database.age("10 minutes");
    expect(await said(await late.post(ASK))).toMatchObject(refused);
    expect(await lostPhones(person)).toEqual([]);
  });

  it("asks once, however many ask at the same instant, in two processes", async () => {
    const person = await someoneWithApp();
    const callers = [await waiting(person), await waiting(person)];
    const tokens = callers.map((caller) => caller.cookies.get(cookieName("pending")));
    const other = new SecondProcess(`import { reportLostPhone } from "./lib/second-step/lost-phone";
      import { OPERATOR as client } from "./commands/operator/operator";
      await gate();
      const all = Array.from({ length: 25 }, () => reportLostPhone("${tokens[1]}", client));
      console.log(JSON.stringify((await Promise.all(all)).map(({ due }) => due)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(
        25,
        async () => (await said<{ due: string }>((await callers[0]?.post(ASK)) as Response)).due,
      ),
      other.go<string[]>(),
    ]);
    expect(new Set([...here, ...there]).size).toBe(1);
    expect(await lostPhones(person)).toHaveLength(1);
    await sendNotices();
    expect(await subjects(person)).toEqual([ABOUT.asked]);
  });

  it("who calls off and asks again by turns is slowed down, and waits a whole day each time", async () => {
    const person = await someoneWithApp();
    for (let turn = 0; turn < limits.emailsPerWindow; turn += 1) {
      await asked(person);
      await database.sql(`update "LostPhone" set "cancelledAt" = clock_timestamp()`);
    }
    const response = await (await waiting(person)).post(ASK);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(3500);
    expect(await said(response)).toMatchObject({ status: 429, error: "Throttled" });
    await database.age("1 hour");
    await asked(person);
    await database.age("23 hours");
    expect(await settleLostPhones()).toEqual({ stepsOff: 0, reminded: 1 });
  });
});

describe("a sign-in with the second step", () => {
  it("by a passkey calls it off, and so does a proof by one", async () => {
    for (const proves of [false, true]) {
      const { authenticator, token, ...person } = await withPasskey();
      await withSecondStep(person.id);
      const waits = await startSession(person, "email", stranger());
      expect(await reportLostPhone(waits.token, stranger())).toMatchObject({ ok: true });
      const caller = proves ? at(confirmByPasskey, { ...person, token }) : programBrowser();
      const options = proves
        ? (await (await at(askToConfirm, { ...person, token }).post("/")).json()).options
        : await signInOptionsOf(caller);
      const answer = authenticator.get(options);
      const response = proves
        ? await caller.post("/", { credential: JSON.stringify(answer) })
        : await signInWith(caller, answer);
      expect(response.status).toBe(200);
      expect(await lostPhones(person)).toMatchObject([{ called: true, done: false }]);
    }
  });

  it.each(["app", "recovery code"] as const)("by the %s calls it off", async (way) => {
    const person = await someoneWithApp();
    const [code = ""] = await transact((transaction) => makeRecoveryCodes(person.id, transaction));
    await asked(person);
    const caller = await waiting(person);
    if (way === "app") await type(caller, await person.app.code());
    else await caller.post(`${AUTH}/callback/second-step`, { recoveryCode: code });
    expect((await whoIsIn(caller))?.id).toBe(person.id);
    expect(await lostPhones(person)).toMatchObject([{ called: true, done: false }]);
    expect(await eventsOf(person)).toContain("lost-phone-cancelled");
    await database.age("25 hours");
    expect((await settleLostPhones()).stepsOff).toBe(0);
    expect((await signsIn(person)).to).toBe(STEP);
  });
});
