import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { cleanup } from "../database/cleanup";
import type { Email } from "../email";
import { startSession } from "../session/start";
import { notify } from "./notify";
import { retryNotices, sendNotices } from "./send";

beforeEach(() => database.sql(`delete from "Notice"`));
afterEach(() => inbox.fault({ mode: "none" }));

const texts = async (address: Email) => (await inbox.mails(address)).map(({ text }) => text);
const inPast = (interval: string) => database.age(interval);

/** Notices of one kind at the same instant, each sent for as its answer would. @returns how many mails went */
async function alarms(address: Email, times: number, device?: string): Promise<number> {
  const sent = await together(times, async () => {
    await notify("google-linked", address, stranger(device === undefined ? {} : { device }));
    return sendNotices();
  });
  return sent.reduce((sum, mails) => sum + mails);
}

describe("notices of one kind to one person", () => {
  it("fifty at the same instant over two processes are one mail at once, and one with their number after the hour", async () => {
    const person = await newPerson();
    await startSession(person, "email", stranger());
    const other = new SecondProcess(`import { startSession } from "./lib/session/start";
      import { sendNotices } from "./lib/notice/send";
      import { stranger, together } from "./e2e/support/unit/people";
      await gate();
      await together(25, async () => {
        await startSession(${JSON.stringify(person)}, "email", stranger({ device: "Safari en iPhone" }));
        await sendNotices();
      });
      console.log("1");
      process.exit();`);
    await other.ready();
    const here = together(25, async () => {
      await startSession(person, "email", stranger());
      await sendNotices();
    });
    await Promise.all([here, other.go()]);
    expect(await texts(person.address)).toEqual([expect.not.stringContaining("veces")]);
    await inPast("59 minutes");
    expect(await retryNotices()).toBe(0);
    await inPast("1 minute");
    expect(await together(5, () => retryNotices())).toContain(1);
    const [, folded, ...more] = await inbox.mails(person.address);
    expect(more).toEqual([]);
    expect(folded?.subject).toContain("dispositivo");
    expect(folded?.subject).toContain("49 veces");
    expect(folded?.text).toContain("49 veces");
    expect(folded?.text).toContain("Safari en iPhone");
    expect(folded?.text).toContain("Chrome en Windows");
    await inPast("2 hours");
    expect(await retryNotices()).toBe(0);
  });

  it("the next one after a folded one waits its hour too", async () => {
    const address = someone();
    await alarms(address, 3);
    await inPast("1 hour");
    expect(await sendNotices()).toBe(1);
    await alarms(address, 1, "Firefox en Linux");
    expect(await texts(address)).toHaveLength(2);
    await inPast("1 hour");
    expect(await sendNotices()).toBe(1);
    const last = (await texts(address)).at(-1);
    expect(last).toContain("Firefox en Linux");
    expect(last).not.toContain("veces");
  });

  it("goes out at once again when an hour was quiet", async () => {
    const address = someone();
    await alarms(address, 1);
    await inPast("1 hour");
    expect(await alarms(address, 1)).toBe(1);
  });

  it("of another kind, or to another person, are not held back by it", async () => {
    const [address, other] = [someone(), someone()];
    await alarms(address, 2);
    await notify("google-unlinked", address, stranger());
    await notify("google-linked", other, stranger());
    expect(await sendNotices()).toBe(2);
  });

  it("of a password are never held back", async () => {
    const address = someone();
    for (const kind of ["password-changed", "password-off"] as const)
      await together(15, () => notify(kind, address, stranger()));
    while ((await sendNotices()) > 0);
    expect(await texts(address)).toHaveLength(30);
  });

  it("are twelve an hour at most, of all kinds together: the thirteenth waits", async () => {
    const address = someone();
    await together(11, () => notify("password-changed", address, stranger()));
    await sendNotices();
    await inPast("30 minutes");
    await notify("google-linked", address, stranger());
    await notify("google-unlinked", address, stranger());
    expect(await sendNotices()).toBe(1);
    await notify("password-off", address, stranger());
    expect(await sendNotices()).toBe(1);
    await inPast("29 minutes");
    expect(await sendNotices()).toBe(0);
    await inPast("1 minute");
    expect(await sendNotices()).toBe(1);
    expect((await inbox.mails(address)).at(-1)?.subject).toContain("Desvinculaste Google");
  });
});

describe("folded notices", () => {
  it("keep their bound and their number while the mail server is away", async () => {
    const address = someone();
    await inbox.fault({ mode: "refuse" });
    await alarms(address, 40);
    for (let tries = 0; tries < 5; tries += 1) expect(await retryNotices()).toBe(0);
    await inbox.fault({ mode: "none" });
    expect(await retryNotices()).toBe(1);
    expect(await texts(address)).toEqual([expect.not.stringContaining("veces")]);
    await inPast("1 hour");
    await inbox.fault({ mode: "reject-data" });
    expect(await retryNotices()).toBe(0);
    await alarms(address, 1);
    await inbox.fault({ mode: "none" });
    expect(await retryNotices()).toBe(1);
    expect(await texts(address)).toEqual([expect.anything(), expect.stringContaining("40 veces")]);
  });

  it("are one mail where the mail server was away for hours", async () => {
    const address = someone();
    await inbox.fault({ mode: "refuse" });
    await alarms(address, 1);
    await inPast("1 hour");
    await alarms(address, 6);
    await inPast("2 hours");
    await inbox.fault({ mode: "none" });
    expect(await retryNotices()).toBe(1);
    expect(await texts(address)).toEqual([expect.stringContaining("7 veces")]);
  });

  it("of a process that was killed while it sent are told two minutes later, with their number", async () => {
    const address = someone();
    await alarms(address, 6);
    await inPast("1 hour");
    const other = new SecondProcess(`import { createServer } from "node:net";
      const hanging = createServer(() => undefined).listen(0, "127.0.0.1", async () => {
        process.env.EMAIL_SERVER = "smtp://127.0.0.1:" + hanging.address().port;
        const { sendNotices } = await import("./lib/notice/send");
        void sendNotices();
        const { db } = await import("./lib/database/client");
        while ((await db().notice.count({ where: { NOT: { claimedAt: null }, sentAt: null } })) === 0);
        await gate();
      });`);
    await other.ready();
    await other.kill();
    expect(await retryNotices()).toBe(0);
    await inPast("121 seconds");
    await alarms(address, 1);
    expect(await texts(address)).toEqual([expect.anything(), expect.stringContaining("veces")]);
    await inPast("1 hour");
    await retryNotices();
    const told = (await texts(address)).map((text) => Number(/(\d+) veces/.exec(text)?.[1] ?? 1));
    expect(told.reduce((sum, times) => sum + times)).toBe(7);
  });

  it("are not tried by whoever comes next, but by the clean-up, once the mail server refused", async () => {
    const address = someone();
    await inbox.fault({ mode: "refuse" });
    await alarms(address, 1);
    await inbox.fault({ mode: "none" });
    expect(await sendNotices()).toBe(0);
    expect(await retryNotices()).toBe(1);
  });

  it("are more than a batch, and all of them go", async () => {
    const people = Array.from({ length: 45 }, () => someone());
    await Promise.all(people.map((address) => notify("google-linked", address, stranger())));
    let sent = 0;
    for (let more = 1; more > 0; sent += more) more = await retryNotices();
    expect(sent).toBe(45);
    for (const address of people) expect(await texts(address)).toHaveLength(1);
  });

  it("do not wait behind those that the mail server refuses again and again", async () => {
    await inbox.fault({ mode: "reject-recipient" });
    await together(25, () => notify("google-linked", someone(), stranger()));
    await sendNotices();
    await inbox.fault({ mode: "none" });
    const address = someone();
    await notify("google-linked", address, stranger());
    await sendNotices();
    expect(await texts(address)).toHaveLength(1);
  });

  it("go with everything else after their 180 days", async () => {
    await alarms(someone(), 5);
    await inPast("179 days");
    expect((await cleanup()).Notice).toBe(0);
    await inPast("2 days");
    expect((await cleanup()).Notice).toBe(5);
  });
});
