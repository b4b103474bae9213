import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import {
  addressOf,
  changeOf,
  eventsOf,
  type Mover,
  moved,
  mover,
} from "@/e2e/support/unit/email-changes";
import { PASSWORD } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { enter, noticesOf, resetOf } from "@/e2e/support/unit/resets";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { mint } from "@/e2e/support/unit/tokens";
import { activityOf } from "../activity/list";
import { recordActivity } from "../activity/record";
import { limits } from "../config/limits";
import { sendNotices } from "../notice/send";
import { resetPassword } from "../recovery/reset";
import { newToken } from "../secrets";
import { closeAllSessions } from "../session/close";
import { userOfSession } from "../session/current";
import { endSession } from "../session/end";
import { peekToken } from "../token/peek";
import { createUser, linkGoogle } from "../user/create";
import { exportUser } from "../user/export";
import { findUserByEmail, findUserByGoogle } from "../user/find";
import { removeUser } from "../user/remove";
import { type Changed, confirmEmailChange } from "./confirm";
import { peekEmailChange } from "./peek";

const confirm = (token: string) => confirmEmailChange(token, stranger());
const stateOf = async (token: string) => (await peekEmailChange(token)).state;

describe("a confirmed change of address", () => {
  it("signs in by the new one with the same password, and by the old one no more", async () => {
    const person = await mover();
    const to = await moved(person);
    expect(await enter(to, PASSWORD)).toMatchObject({ ok: true, user: { id: person.id } });
    expect(await enter(person.address, PASSWORD)).toMatchObject({ ok: false });
    expect(await eventsOf(person)).toContain("email-changed");
  });

  it("keeps the sessions, and Google's link by its subject", async () => {
    const person = await mover();
    const sub = someone();
    await linkGoogle(person.id, { sub, address: person.address });
    const to = await moved(person);
    expect(await userOfSession(person.session.token)).toMatchObject({ id: person.id, address: to });
    expect(await findUserByGoogle(sub)).toMatchObject({ id: person.id });
  });

  it("is told to both mailboxes at once, however many notices went before", async () => {
    const person = await mover();
    for (let n = 0; n < limits.noticesPerWindow + 1; n += 1)
      await database.sql(
        `insert into "Notice" (kind, address, "claimedAt", "sentAt") values ('new-device', $1, clock_timestamp(), clock_timestamp())`,
        [person.address],
      );
    const to = await moved(person);
    await sendNotices();
    const [old, fresh] = [await inbox.wait(person.address), await inbox.wait(to)];
    expect(old.subject).toBe("Cambiaste el correo de tu cuenta de Alegra");
    expect(old.links[0]).toMatch(/\/cuenta\/correo\/deshacer\?token=[\w-]{43}$/);
    expect(old.text).not.toContain(to);
    expect(fresh.subject).toContain("correo");
    expect(fresh.links).toEqual([]);
  });

  it("ends every open token of both addresses, and every other change of that person", async () => {
    const [person, to, elsewhere] = [await mover(), someone(), someone()];
    const tokens = await Promise.all([
      mint(person.address),
      mint(person.address, { purpose: "reset" }),
      mint(to),
      mint(to, { purpose: "registration" }),
    ]);
    const other = await changeOf(person, elsewhere);
    await moved(person, to);
    for (const { token } of tokens)
      expect(await peekToken(token, ["magic-link", "reset", "registration"])).toMatchObject({
        state: "ended",
      });
    expect(await confirm(other)).toEqual({ ok: false, refusal: "ended" });
  });

  it("takes wrong tries along, so that no password that is off comes back", async () => {
    const person = await mover();
    await database.sql(`insert into "TryThrottle" (address, failures) values ($1, 100)`, [
      person.address,
    ]);
    const to = await moved(person);
    expect(await enter(to, PASSWORD)).toMatchObject({ refusal: "backoff" });
  });

  it("counts no tries at the new address that were at nobody's password", async () => {
    const [person, to] = [await mover(), someone()];
    await database.sql(
      `insert into "TryThrottle" (address, failures, "codeFailures") values ($1, 100, 7)`,
      [to],
    );
    await moved(person, to);
    expect(await enter(to, PASSWORD)).toMatchObject({ ok: true });
    const [row] = await database.sql(
      'select "codeFailures" from "TryThrottle" where address = $1',
      [to],
    );
    expect(row).toEqual({ codeFailures: 7 });
  });

  it("leaves the activity whole: what was the old address's stays, and nothing of the new one's past comes", async () => {
    const [person, to, client] = [await mover(), someone(), stranger()];
    await recordActivity({ event: "code-refused", address: person.address, client });
    await recordActivity({ event: "link-asked", address: to, client });
    await moved(person, to);
    await recordActivity({ event: "password-refused", address: to, client });
    const user = await findUserByEmail(to);
    if (!user) throw new Error("nobody is there");
    const { entries } = await activityOf(user, 20);
    const events = entries.map(({ event }) => event);
    expect(events).toEqual(["password-refused", "email-changed", "code-refused", "signed-in"]);
    const copy = JSON.stringify(await exportUser(user));
    expect(copy).toContain(person.address);
    expect(copy).toContain(to);
  });

  it("may go back to the old address, which is kept for its owner", async () => {
    const person = await mover();
    const to = await moved(person);
    await moved({ ...person, address: to }, person.address);
    expect(await addressOf(person)).toBe(person.address);
  });
});

describe("the link of a change", () => {
  it("used thirty times at the same instant over two processes works once; the others hear that it was used", async () => {
    const [person, to] = [await mover(), someone()];
    const token = await changeOf(person, to);
    const other =
      new SecondProcess(`import { confirmEmailChange } from "./lib/email-change/confirm";
      const client = ${JSON.stringify(stranger())};
      await confirmEmailChange("nobody's", client);
      await gate();
      const uses = Array.from({ length: 15 }, () => confirmEmailChange("${token}", client));
      console.log(JSON.stringify(await Promise.all(uses)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(15, () => confirm(token)),
      other.go<Changed[]>(),
    ]);
    const all = [...here, ...there];
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.refusal === "used")).toHaveLength(29);
    expect(await noticesOf(person.address)).toEqual([{ kind: "email-changed" }]);
  });

  it("for one address used by two people at the same instant makes it one's, in every round", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [one, two, to] = [await mover(), await mover(), someone()];
      const tokens = [await changeOf(one, to), await changeOf(two, to)];
      const used = await Promise.all(tokens.map(confirm));
      expect(used.filter(({ ok }) => ok)).toHaveLength(1);
      expect([await addressOf(one), await addressOf(two)]).toContain(to);
    }
  });

  it("is ended by a later one to another address, and not by one to the same", async () => {
    const [person, to] = [await mover(), someone()];
    const [first, again] = [await changeOf(person, to), await changeOf(person, to)];
    expect([await stateOf(first), await stateOf(again)]).toEqual(["valid", "valid"]);
    await changeOf(person, someone());
    expect(await confirm(first)).toEqual({ ok: false, refusal: "ended" });
    expect(await addressOf(person)).toBe(person.address);
  });

  const ENDINGS: Record<string, (person: Mover) => Promise<unknown>> = {
    "a new password": async ({ address }) =>
      resetPassword(await resetOf(address), "mi nueva frase secreta", stranger()),
    "all sessions closed": (person) => closeAllSessions(person, { client: stranger() }),
    "signing out where it was asked for": ({ session }) => endSession(session.token),
  };
  it.each(Object.entries(ENDINGS))("does not outlive %s", async (_, end) => {
    const person = await mover();
    const token = await changeOf(person, someone());
    await end(person);
    expect(await confirm(token)).toEqual({ ok: false, refusal: "ended" });
    expect(await addressOf(person)).toBe(person.address);
  });

  it("does not outlive the account", async () => {
    const [person, to] = [await mover(), someone()];
    const token = await changeOf(person, to);
    await removeUser(person, stranger());
    expect(await confirm(token)).toEqual({ ok: false, refusal: "unknown" });
    expect(await findUserByEmail(to)).toBeNull();
  });

  it("says that it has expired, is unknown, or was made for something else", async () => {
    const [person, to] = [await mover(), someone()];
    const token = await changeOf(person, to);
    await database.age("30 minutes");
    expect(await confirm(token)).toEqual({ ok: false, refusal: "expired" });
    for (const purpose of ["magic-link", "registration", "reset", "email-undo"] as const) {
      const other = await mint(to, { purpose, userId: person.id, sessionId: person.session.id });
      expect(await confirm(other.token)).toEqual({ ok: false, refusal: "unknown" });
    }
    for (const nothing of [newToken(), "", "x"])
      expect(await confirm(nothing)).toEqual({ ok: false, refusal: "unknown" });
    expect(await peekToken(token, ["magic-link", "reset", "registration"])).toMatchObject({
      state: "unknown",
    });
  });

  it("to an address that somebody got meanwhile changes nothing, also at the same instant", async () => {
    const [person, to] = [await mover(), someone()];
    const token = await changeOf(person, to);
    const other = await newPerson();
    await database.sql('update "User" set email = $1 where id = $2', [to, other.id]);
    expect(await confirm(token)).toEqual({ ok: false, refusal: "taken" });
    for (let round = 0; round < 5; round += 1) {
      const address = someone();
      const link = await changeOf(person, address);
      const [changed, made] = await Promise.all([confirm(link), createUser(address, {})]);
      expect(changed.ok).toBe(!made.created);
      expect((await findUserByEmail(address))?.id).toBe(changed.ok ? person.id : made.id);
      if (changed.ok) person.address = address;
    }
  });

  const WRITING = [
    ...["OneTimeToken", "User", "Activity"].map((table) => `update on "${table}"`),
    ...["EmailChange", "Activity", "Notice"].map((table) => `insert on "${table}"`),
  ];
  it.each(WRITING)(
    "cut off while it is used did nothing at all, and works again: %s",
    async (statement) => {
      const [person, to] = [await mover(), someone()];
      await recordActivity({ event: "code-refused", address: person.address, client: stranger() });
      const token = await changeOf(person, to);
      const link = (await mint(person.address)).token;
      await cutAt(statement, () => confirm(token));
      expect(await addressOf(person)).toBe(person.address);
      expect(await noticesOf(person.address)).toEqual([]);
      expect(await peekToken(link, "magic-link")).toMatchObject({ state: "valid" });
      expect(await confirm(token)).toEqual({ ok: true, address: to });
    },
  );
});
