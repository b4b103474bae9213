import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { CATALOGUES } from "../messages/messages";
import { startSession } from "../session/start";
import { removeUser } from "../user/remove";
import { type NoticeKind, notify } from "./notify";
import { retryNotices, sendNotices } from "./send";

beforeEach(() => database.sql(`delete from "Notice"`));
afterEach(() => inbox.fault({ mode: "none" }));

const KINDS: Record<NoticeKind, string> = {
  "new-device": "dispositivo",
  "password-changed": "contraseña",
  "password-off": "contraseña",
  "google-linked": "Google",
  "google-unlinked": "Google",
  "account-removed": "cuenta",
  "email-changed": "correo",
  "email-confirmed": "correo",
  "email-undone": "correo",
  "passkey-added": "llave de acceso",
  "passkey-removed": "llave de acceso",
  "second-step-on": "dos pasos",
  "second-step-off": "dos pasos",
  "recovery-codes-made": "dos pasos",
  "recovery-code-used": "dos pasos",
  "lost-phone-asked": "dos pasos",
  "lost-phone-soon": "dos pasos",
  "lost-phone-cancelled": "dos pasos",
};

describe("a notice", () => {
  it.each(Object.entries(KINDS))("of %s says in its subject: %s", async (kind, word) => {
    const address = someone();
    const client = stranger({ device: "Firefox en Linux", place: "Medellín, Colombia" });
    await notify(kind as NoticeKind, address, client);
    expect(await sendNotices()).toBe(1);
    const mail = await inbox.wait(address);
    expect(mail.subject).toContain(word);
    expect(mail.text).toContain("Firefox en Linux");
    expect(mail.text).toContain("Medellín, Colombia");
    for (const link of mail.links) expect(new URL(link).origin).toBe("http://localhost:3000");
  });

  it("is in the account's language and zone, whoever's request sends it, also once the account is gone", async () => {
    const speaker = { reader: { language: "pt-BR", timeZone: "Europe/Madrid" } } as const;
    const { id, address } = await newPerson();
    await startSession({ id, address }, "email", stranger(speaker));
    await notify("password-changed", address, stranger());
    await sendNotices();
    const changed = await inbox.wait(address);
    expect(changed.subject).toBe(CATALOGUES["pt-BR"].notices["password-changed"].subject);
    expect(changed.text).toContain("Europa Central");
    await removeUser({ id, address }, stranger());
    await sendNotices();
    const { subject } = await inbox.wait(address, changed.id);
    expect(subject).toBe(CATALOGUES["pt-BR"].notices["account-removed"].subject);
  });

  it("is sent once, however many send at the same instant, in two processes", async () => {
    const people = Array.from({ length: 12 }, () => someone());
    for (const address of people) await notify("new-device", address, stranger());
    const other = new SecondProcess(`import { sendNotices } from "./lib/notice/send";
      await gate();
      const all = [sendNotices(), sendNotices(), sendNotices()];
      console.log((await Promise.all(all)).reduce((a, b) => a + b));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([together(3, () => sendNotices()), other.go<number>()]);
    expect(here.reduce((a, b) => a + b) + there).toBe(12);
    for (const address of people) expect(await inbox.mails(address)).toHaveLength(1);
  });

  it("is sent once, in every round of ten at the same instant", async () => {
    await together(10, () => sendNotices());
    for (let round = 0; round < 10; round += 1) {
      await notify("new-device", someone(), stranger());
      const sent = await together(10, () => sendNotices());
      expect(sent.reduce((a, b) => a + b)).toBe(1);
    }
  });

  it("that the mail server refused is sent by the clean-up", async () => {
    const address = someone();
    await notify("password-changed", address, stranger());
    await inbox.fault({ mode: "refuse" });
    expect(await sendNotices()).toBe(0);
    await inbox.fault({ mode: "none" });
    expect(await retryNotices()).toBe(1);
    expect(await retryNotices()).toBe(0);
    expect(await inbox.mails(address)).toHaveLength(1);
  });

  it("of a process that was killed while it sent is sent two minutes later", async () => {
    const address = someone();
    await notify("password-changed", address, stranger());
    await database.sql(`update "Notice" set "claimedAt" = clock_timestamp()`);
    expect(await sendNotices()).toBe(0);
    await database.age("121 seconds");
    expect(await sendNotices()).toBe(1);
  });

  it("never fails whoever waits for nothing", async () => {
    await notify("new-device", someone(), stranger());
    await database.sql(`update "Notice" set kind = 'nobody knows'`);
    expect(await sendNotices()).toBe(0);
  });
});
