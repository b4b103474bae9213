import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { POST as confirmByPasskey } from "@/app/cuenta/confirmar/llave/route";
import { POST as askToConfirm } from "@/app/cuenta/confirmar/reto/route";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { PROGRAM } from "@/e2e/support/unit/caller";
import { cutAt } from "@/e2e/support/unit/cut";
import { eventsOf } from "@/e2e/support/unit/email-changes";
import {
  ASK,
  asked,
  browser,
  byPassword,
  lostPhones,
  nobodyAsks,
  type Person,
  someoneWithApp,
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
import { resetOf } from "@/e2e/support/unit/resets";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { limits } from "../config/limits";
import { transact } from "../database/transaction";
import { cookieName } from "../http/cookies";
import { retryNotices, sendNotices } from "../notice/send";
import { resetPassword } from "../recovery/reset";
import { openSessionsOf } from "../session/list";
import { startSession } from "../session/start";
import { settleLostPhones } from "./carry-out";
import { reportLostPhone } from "./lost-phone";
import { makeRecoveryCodes } from "./recovery-codes";

beforeEach(nobodyAsks);
afterEach(() => inbox.fault({ mode: "none" }));

const subjects = async ({ address }: Person) =>
  (await inbox.mails(address)).map(({ subject }) => subject);
const ABOUT = {
  asked: expect.stringMatching(/^Se pidió desactivar los dos pasos/),
  soon: expect.stringMatching(/^Pronto se desactivan los dos pasos/),
  off: expect.stringMatching(/^Se desactivó la autenticación en dos pasos/),
};
const isOn = async ({ id }: Person) =>
  (await database.sql(`select 1 from "User" where id = $1 and "totpId" is not null`, [id])).length;

/** A sign-in by password as its answer leads: in, or to the second step. */
const signsIn = async (person: Person) => {
  const caller = browser();
  return { caller, to: led(await byPassword(caller, person))[1] };
};
const STEP = "/login/dos-pasos";

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

describe("after a day without a word of the owner", () => {
  const everything = async (person: Person) => {
    expect(await isOn(person)).toBe(0);
    for (const table of ["Totp", "RecoveryCode", "TrustedDevice", "PendingSignIn"])
      expect(
        await database.sql(`select 1 from "${table}" where "userId" = $1`, [person.id]),
      ).toEqual([]);
    expect(await eventsOf(person)).toContain("second-step-off");
    expect(await lostPhones(person)).toMatchObject([{ called: false, done: true }]);
    await sendNotices();
    expect(await subjects(person)).toContainEqual(ABOUT.off);
  };

  it("the clean-up takes the step off, and ends every session; at half time it has told the owner again", async () => {
    const person = await someoneWithApp();
    await transact((transaction) => makeRecoveryCodes(person.id, transaction));
    const session = await startSession(person, "password", stranger(), { secondStepPassed: true });
    await asked(person);
    await database.age("11 hours 59 minutes");
    expect(await settleLostPhones()).toEqual({ stepsOff: 0, reminded: 0 });
    await database.age("1 minute");
    const both = await together(5, () => settleLostPhones());
    expect(both.reduce((sum, { reminded }) => sum + reminded, 0)).toBe(1);
    await retryNotices();
    expect(await subjects(person)).toEqual([ABOUT.asked, ABOUT.soon]);
    await database.age("11 hours 59 minutes");
    expect((await settleLostPhones()).stepsOff).toBe(0);
    expect(await openSessionsOf(person.id)).toMatchObject([{ id: session.id }]);
    await database.age("1 minute");
    const all = await together(5, () => settleLostPhones());
    expect(all.reduce((sum, { stepsOff }) => sum + stepsOff, 0)).toBe(1);
    expect(await openSessionsOf(person.id)).toEqual([]);
    await everything(person);
    expect((await signsIn(person)).to).toBe("/cuenta");
  });

  it("so does the next first factor, which is then in", async () => {
    const person = await someoneWithApp();
    const before = await startSession(person, "password", stranger(), { secondStepPassed: true });
    await asked(person);
    await database.age("23 hours 59 minutes");
    expect((await signsIn(person)).to).toBe(STEP);
    await database.age("1 minute");
    const { caller, to } = await signsIn(person);
    expect(to).toBe("/cuenta");
    expect(await whoIsIn(caller)).toMatchObject({ id: person.id, hasSecondStep: false });
    expect(caller.cookies.has(cookieName("pending"))).toBe(false);
    const open = await openSessionsOf(person.id);
    expect(open.map(({ id }) => id)).not.toContain(before.id);
    expect(open).toHaveLength(1);
    await everything(person);
  });

  it("it waits for the mail that tells the owner, however long the mail server is away", async () => {
    const person = await someoneWithApp();
    await inbox.fault({ mode: "refuse" });
    await asked(person);
    await database.age("25 hours");
    expect((await settleLostPhones()).stepsOff).toBe(0);
    expect((await signsIn(person)).to).toBe(STEP);
    await inbox.fault({ mode: "none" });
    await retryNotices();
    expect((await settleLostPhones()).stepsOff).toBe(1);
  });

  it("it waits where wrong codes kept the owner from the second step", async () => {
    const person = await someoneWithApp();
    await asked(person);
    await database.age("20 hours");
    await database.sql(
      `insert into "TryThrottle" (address, "stepFailures", "stepSlowedUntil") values ($1, 11, clock_timestamp() + interval '1 minute')
       on conflict (address) do update set "stepSlowedUntil" = excluded."stepSlowedUntil"`,
      [person.address],
    );
    await database.age("5 hours");
    expect((await signsIn(person)).to).toBe(STEP);
    expect((await settleLostPhones()).stepsOff).toBe(0);
    await retryNotices();
    await database.age("8 hours");
    expect((await signsIn(person)).to).toBe("/cuenta");
  });

  it("a reset by whoever has the mailbox opens no session, and makes the wait neither shorter nor secret", async () => {
    const person = await someoneWithApp();
    await asked(person);
    await database.age("23 hours");
    const token = await resetOf(person.address);
    const reset = await resetPassword(token, "otra clave de prueba larga", stranger());
    expect(reset).toMatchObject({ ok: true, session: { pending: true } });
    expect(await openSessionsOf(person.id)).toEqual([]);
    expect(await isOn(person)).toBe(1);
    expect(await eventsOf(person)).toContain("lost-phone-asked");
    await database.age("1 hour");
    expect((await settleLostPhones()).stepsOff).toBe(1);
  });

  it("a new second step is not touched by what was asked of the old one", async () => {
    const person = await someoneWithApp();
    await asked(person);
    await database.sql(
      `with anew as (update "Totp" set id = gen_random_uuid() where "userId" = $1 returning id)
       update "User" set "totpId" = anew.id from anew where "User".id = $1`,
      [person.id],
    );
    await database.age("25 hours");
    expect(await settleLostPhones()).toEqual({ stepsOff: 0, reminded: 0 });
    expect(await isOn(person)).toBe(1);
  });

  it.each([
    'update on "User"',
    'delete on "Totp"',
    'update on "Session"',
    'insert on "Activity"',
    'insert on "Notice"',
  ])(
    "a sign-in that is killed before it comes to %s leaves the step on whole, and the next one takes it off",
    async (statement) => {
      const person = await someoneWithApp();
      await startSession(person, "password", stranger(), { secondStepPassed: true });
      await asked(person);
      await database.age("25 hours");
      await cutAt(statement, () => signsInOrThrows(person));
      expect(await isOn(person)).toBe(1);
      expect(
        await database.sql(`select 1 from "Totp" where "userId" = $1`, [person.id]),
      ).toHaveLength(1);
      expect(await lostPhones(person)).toMatchObject([{ done: false }]);
      expect((await signsIn(person)).to).toBe("/cuenta");
      await everything(person);
    },
  );

  const signsInOrThrows = async (person: Person) => {
    const response = await byPassword(browser(PROGRAM), person);
    if (response.status !== 200) throw new Error(String(response.status));
  };

  it("counts by the database's clock, in a process whose clock is an hour off too", async () => {
    const [early, late] = [await someoneWithApp(), await someoneWithApp()];
    await asked(late);
    await database.age("1 hour");
    await asked(early);
    await database.age("23 hours 30 minutes");
    const other = new SecondProcess(`import { settleLostPhones } from "./lib/second-step/carry-out";
      const Right = Date;
      globalThis.Date = class extends Right {
        constructor(...given) { super(...(given.length ? given : [Right.now() + 3_600_000])); }
        static now() { return Right.now() + 3_600_000; }
      };
      await gate();
      console.log(JSON.stringify(await settleLostPhones()));
      process.exit();`);
    await other.ready();
    expect(await other.go()).toMatchObject({ stepsOff: 1 });
    expect([await isOn(early), await isOn(late)]).toEqual([1, 0]);
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
