import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { addressOf, eventsOf, moved, mover } from "@/e2e/support/unit/email-changes";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { sha256 } from "../secrets";
import { requestEmailChange } from "./request";

afterEach(() => inbox.fault({ mode: "none" }));

const hits = async (subnet: string) =>
  (await database.sql('select id from "RangeHit" where range = $1', [subnet])).length;

describe("another address asked for", () => {
  it("gets a link for thirty minutes, of whose token only the hash is kept", async () => {
    const [person, to] = [await mover(), someone()];
    const client = stranger({ device: "Firefox en Linux", place: "Quito, Ecuador" });
    expect(await requestEmailChange(person, to, client)).toEqual({ ok: true });
    const mail = await inbox.wait(to);
    expect(mail.subject).toBe("Confirma tu nuevo correo de Alegra");
    expect(mail.text).toContain("Firefox en Linux, cerca de Quito, Ecuador");
    expect(mail.text).not.toContain(person.address);
    expect(mail.links).toHaveLength(1);
    expect(mail.links[0]).toMatch(
      /^http:\/\/localhost:3000\/cuenta\/correo\/confirmar\?token=[\w-]{43}$/,
    );
    const token = mail.links[0]?.slice(-43) ?? "";
    const rows = await database.sql(
      `select purpose, "tokenHash", "userId", extract(epoch from expires - "createdAt")::int as life
       from "OneTimeToken" where address = $1`,
      [to],
    );
    expect(rows).toEqual([
      { purpose: "email-change", tokenHash: sha256(token), userId: person.id, life: 1800 },
    ]);
    expect(await addressOf(person)).toBe(person.address);
    expect(await eventsOf(person)).toContain("email-change-asked");
  });

  it("that has an account answers alike, and its owner hears of it and of the ways in", async () => {
    const [person, other] = [await mover(), await newPerson()];
    expect(await requestEmailChange(person, other.address, stranger())).toEqual({ ok: true });
    const mail = await inbox.wait(other.address);
    expect(mail.subject).toBe("Ya tienes una cuenta en Alegra");
    expect(mail.links).toEqual(["http://localhost:3000/login"]);
    expect(await requestEmailChange(await mover(), other.address, stranger())).toMatchObject({
      refusal: "rate-limited",
    });
    expect(await addressOf(other)).toBe(other.address);
  });

  it("that somebody else has left, and may have back, answers alike too", async () => {
    const [person, leaver] = [await mover(), await mover()];
    await moved(leaver);
    expect(await requestEmailChange(person, leaver.address, stranger())).toEqual({ ok: true });
    const mail = await inbox.wait(leaver.address);
    expect(mail.subject).toBe("Tu cuenta de Alegra tiene otro correo");
    expect(mail.links[0]).toContain("/cuenta/correo/deshacer?token=");
  });

  it("fifty times at the same instant gets one mail, and counts once for its network", async () => {
    const [person, to, client] = [await mover(), someone(), stranger()];
    const all = await together(50, () => requestEmailChange(person, to, client));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.refusal === "rate-limited")).toHaveLength(49);
    await inbox.wait(to);
    expect(await inbox.mails(to)).toHaveLength(1);
    expect(await hits(client.subnet)).toBe(1);
  });

  it("counts for whoever asks too, whatever the address: a minute apart, and five in an hour", async () => {
    const person = await mover();
    const ask = (to = someone()) => requestEmailChange(person, to, stranger());
    for (let n = 0; n < 5; n += 1) {
      expect(await ask()).toEqual({ ok: true });
      const refused = someone();
      expect(await ask(refused)).toMatchObject({ refusal: "sender-limited" });
      expect(await inbox.mails(refused)).toEqual([]);
      // an address that got nothing is not counted
      expect(await requestEmailChange(await mover(), refused, stranger())).toEqual({ ok: true });
      await database.age("61 seconds");
    }
    expect(await ask()).toMatchObject({ refusal: "sender-limited", wait: { reason: "window" } });
  });

  it("by others at somebody's address, as often as may be, leaves that person to ask for theirs", async () => {
    const person = await mover();
    for (let n = 0; n < 5; n += 1) {
      const stray = await requestEmailChange(await mover(), person.address, stranger());
      expect(stray).toEqual({ ok: true });
      await database.age("61 seconds");
    }
    expect(await requestEmailChange(person, someone(), stranger())).toEqual({ ok: true });
  });

  it("whose mail the server refuses counts nowhere", async () => {
    const [person, to, client] = [await mover(), someone(), stranger()];
    await inbox.fault({ mode: "refuse" });
    expect(await requestEmailChange(person, to, client)).toMatchObject({
      refusal: "mail-refused",
    });
    await inbox.fault({ mode: "none" });
    expect(await hits(client.subnet)).toBe(0);
    expect(await requestEmailChange(person, to, client)).toEqual({ ok: true });
  });
});
