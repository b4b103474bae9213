import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { whoIsIn } from "@/e2e/support/unit/auth";
import { PROGRAM } from "@/e2e/support/unit/caller";
import { cutAt } from "@/e2e/support/unit/cut";
import { eventsOf } from "@/e2e/support/unit/email-changes";
import {
  ABOUT,
  asked,
  browser,
  byPassword,
  isOn,
  lostPhones,
  nobodyAsks,
  type Person,
  STEP,
  signsIn,
  someoneWithApp,
  subjects,
} from "@/e2e/support/unit/lost-phones";
import { stranger, together } from "@/e2e/support/unit/people";
import { resetOf } from "@/e2e/support/unit/resets";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { transact } from "../database/transaction";
import { cookieName } from "../http/cookies";
import { retryNotices, sendNotices } from "../notice/send";
import { resetPassword } from "../recovery/reset";
import { openSessionsOf } from "../session/list";
import { startSession } from "../session/start";
import { settleLostPhones } from "./carry-out";
import { makeRecoveryCodes } from "./recovery-codes";

beforeEach(nobodyAsks);
afterEach(() => inbox.fault({ mode: "none" }));

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
