import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import {
  addressOf,
  changeOf,
  eventsOf,
  moved,
  mover,
  undoAskedFor,
  undoOf,
} from "@/e2e/support/unit/email-changes";
import { waitsForLock } from "@/e2e/support/unit/lock";
import { PASSWORD } from "@/e2e/support/unit/passwords";
import { someone, stranger, together } from "@/e2e/support/unit/people";
import { enter, noticesOf, resetOf } from "@/e2e/support/unit/resets";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { mint } from "@/e2e/support/unit/tokens";
import { db } from "../database/client";
import { admitByGoogle } from "../google/admit";
import { sendNotices } from "../notice/send";
import { resetPassword } from "../recovery/reset";
import { trustDevice } from "../second-step/trust";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { lockUser } from "../session/lock-user";
import { startSession } from "../session/start";
import { peekToken } from "../token/peek";
import { linkGoogle } from "../user/create";
import { findUserByEmail, findUserByGoogle } from "../user/find";
import { removeUser } from "../user/remove";
import { confirmEmailChange } from "./confirm";
import { peekUndo } from "./peek";
import { undoEmailChange } from "./undo";

const undo = (token: string) => undoEmailChange(token, stranger());
const isIn = async (token: string) => (await userOfSession(token)) !== null;

describe("undoing a change of address", () => {
  it("by the link of the notice gives the account back to its old mailbox, and ends every session", async () => {
    const person = await mover();
    const { address: old, session } = person;
    const to = await moved(person);
    const other = await startSession({ id: person.id, address: to }, "email", stranger());
    const token = await undoOf(old);
    expect(await peekUndo(token)).toMatchObject({ state: "valid", address: old });
    expect(await addressOf(person)).toBe(to);
    expect(await undo(token)).toEqual({ ok: true, address: old });
    expect(await addressOf(person)).toBe(old);
    expect([await isIn(session.token), await isIn(other.token)]).toEqual([false, false]);
    expect(await enter(old, PASSWORD)).toMatchObject({ ok: true, user: { id: person.id } });
    expect(await eventsOf(person)).toContain("email-undone");
    for (const mailbox of [old, to])
      expect(await noticesOf(mailbox)).toContainEqual({ kind: "email-undone" });
    await sendNotices();
    expect((await inbox.wait(to)).subject).toContain("correo");
  });

  it("ends every open token of both addresses, and every change that waits", async () => {
    const person = await mover();
    const to = await moved(person);
    const tokens = await Promise.all([
      mint(to),
      mint(to, { purpose: "reset" }),
      mint(person.address, { purpose: "registration" }),
    ]);
    const waiting = await changeOf({ ...person, address: to }, someone());
    await undo(await undoOf(person.address));
    for (const { token } of tokens)
      expect(await peekToken(token, ["magic-link", "reset", "registration"])).toMatchObject({
        state: "ended",
      });
    expect(await confirmEmailChange(waiting, stranger())).toMatchObject({ refusal: "ended" });
    expect(await addressOf(person)).toBe(person.address);
  });

  it("takes away the password and the Google that came since, and leaves those from long before", async () => {
    const [robbed, theirs, before] = [await mover(), someone(), someone()];
    await linkGoogle(robbed.id, { sub: before, address: robbed.address });
    await database.age("7 days");
    const [own, session] = [await mover(), await startSession(robbed, "password", stranger())];
    const to = await moved({ ...robbed, session });
    await resetPassword(await resetOf(to), "la clave de quien roba", stranger());
    await linkGoogle(robbed.id, { sub: theirs, address: to });
    await undo(await undoOf(robbed.address));
    expect(await enter(robbed.address, "la clave de quien roba")).toMatchObject({ ok: false });
    expect(await findUserByGoogle(theirs)).toBeNull();
    expect(await findUserByGoogle(before)).toMatchObject({ id: robbed.id });
    await moved(own);
    await undo(await undoOf(own.address));
    expect(await enter(own.address, PASSWORD)).toMatchObject({ ok: true });
  });

  it("takes them away, too, where a thief had made them before the address was changed", async () => {
    const [person, theirs] = [await mover(), someone()];
    const { address } = person;
    await resetPassword(await resetOf(address), "la clave de quien roba", stranger());
    await linkGoogle(person.id, { sub: theirs, address: someone() });
    const session = await startSession(person, "password", stranger());
    await moved({ ...person, session });
    await database.age("6 days");
    await undo(await undoOf(address));
    expect(await enter(address, "la clave de quien roba")).toMatchObject({ ok: false });
    expect(await findUserByGoogle(theirs)).toBeNull();
  });

  it("takes away the passkey and the second step that came since, and every trusted device; the owner's from before stay", async () => {
    const factors = async (userId: string) => {
      const [row] = await database.sql<Record<string, number>>(
        `select (select count(*)::int from "Passkey" where "userId" = $1) as passkeys,
          (select count(*)::int from "TrustedDevice" where "userId" = $1) as trusted,
          (select count("totpId")::int from "User" where id = $1) as steps`,
        [userId],
      );
      return row;
    };
    const addPasskey = (userId: string) =>
      database.sql(
        `insert into "Passkey" ("userId", "credentialId", "publicKey", counter, aaguid, "backedUp", name)
         values ($1, $2, '', 0, '', false, 'Mi equipo')`,
        [userId, newToken()],
      );
    const own = await mover();
    await addPasskey(own.id);
    await withSecondStep(own.id);
    await database.age("8 days");
    const session = await startSession(own, "password", stranger(), { secondStepPassed: true });
    await db().$transaction((transaction) => trustDevice(own, stranger(), transaction));
    await moved({ ...own, session });
    await addPasskey(own.id);
    await undo(await undoOf(own.address));
    expect(await factors(own.id)).toEqual({ passkeys: 1, trusted: 0, steps: 1 });

    const robbed = await mover();
    await moved(robbed);
    await withSecondStep(robbed.id);
    await undo(await undoOf(robbed.address));
    expect(await factors(robbed.id)).toEqual({ passkeys: 0, trusted: 0, steps: 0 });
  });

  it("at the same instant as a sign-in by the Google of the other mailbox leaves no such Google", async () => {
    const person = await mover();
    const [to, sub] = [await moved(person), someone()];
    const signIn = { browser: newToken(), client: stranger(), callbackUrl: null };
    const google = { sub, address: to, name: null, authoritative: true };
    const { admitted } = await db().$transaction(async (transaction) => {
      await lockUser(person.id, transaction);
      const admitted = admitByGoogle(google, signIn);
      await waitsForLock();
      const data = { email: person.address };
      await transaction.user.update({ where: { id: person.id }, data });
      return { admitted };
    });
    expect(await admitted).toMatchObject({ ok: true });
    expect((await findUserByGoogle(sub))?.id).not.toBe(person.id);
  });

  it("undoes every later change too, whose mailboxes undo nothing any more", async () => {
    const person = await mover();
    const thiefs = await moved(person);
    const last = await moved({ ...person, address: thiefs });
    const [first, second] = [await undoOf(person.address), await undoOf(thiefs)];
    expect(await undo(first)).toEqual({ ok: true, address: person.address });
    expect(await undo(second)).toEqual({ ok: false, refusal: "ended" });
    expect(await addressOf(person)).toBe(person.address);
    expect(await findUserByEmail(last)).toBeNull();
  });

  it("of a later change leaves the earlier one, which can still be undone", async () => {
    const person = await mover();
    const second = await moved(person);
    await moved({ ...person, address: second });
    const [first, later] = [await undoOf(person.address), await undoOf(second)];
    expect(await undo(later)).toEqual({ ok: true, address: second });
    expect(await undo(first)).toEqual({ ok: true, address: person.address });
  });

  it("twenty times at the same instant works once; the others hear that it was used", async () => {
    const person = await mover();
    const to = await moved(person);
    const token = await undoOf(person.address);
    const all = await together(20, () => undo(token));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(all.filter((one) => !one.ok && one.refusal === "used")).toHaveLength(19);
    expect(await noticesOf(to)).toEqual([{ kind: "email-confirmed" }, { kind: "email-undone" }]);
  });

  it("at the same instant as one more change leaves the old mailbox its account, in every round", async () => {
    for (let round = 0; round < 5; round += 1) {
      const person = await mover();
      const thiefs = await moved(person);
      const token = await undoOf(person.address);
      const next = await changeOf({ ...person, address: thiefs }, someone());
      await Promise.all([undo(token), confirmEmailChange(next, stranger())]);
      expect(await addressOf(person)).toBe(person.address);
      expect(await isIn(person.session.token)).toBe(false);
    }
  });

  it("works for seven days, and says so afterwards", async () => {
    const [person, late] = [await mover(), await mover()];
    await moved(person);
    await moved(late);
    const [token, tooLate] = [await undoOf(person.address), await undoOf(late.address)];
    await database.age("7 days");
    await database.age("-1 hour");
    expect(await undo(token)).toMatchObject({ ok: true });
    await database.age("1 hour");
    expect(await undo(tooLate)).toEqual({ ok: false, refusal: "expired" });
    expect(await addressOf(late)).not.toBe(late.address);
  });

  it("is not what a link made for something else does, nor one of an account that is gone", async () => {
    const person = await mover();
    const to = await moved(person);
    const token = await undoOf(person.address);
    for (const purpose of ["magic-link", "reset", "email-change"] as const) {
      const other = await mint(person.address, { purpose, userId: person.id });
      expect(await undo(other.token)).toEqual({ ok: false, refusal: "unknown" });
    }
    expect(await undo(newToken())).toEqual({ ok: false, refusal: "unknown" });
    await removeUser({ id: person.id, address: to }, stranger());
    expect(await undo(token)).toEqual({ ok: false, refusal: "unknown" });
  });

  it("is not to be had once the account is gone, which every mailbox that could undo it hears", async () => {
    const person = await mover();
    const to = await moved(person);
    const last = await moved({ ...person, address: to });
    await removeUser({ id: person.id, address: last }, stranger());
    for (const mailbox of [person.address, to, last])
      expect(await noticesOf(mailbox)).toContainEqual({ kind: "account-removed" });
  });

  it("takes wrong tries along, back to the old address", async () => {
    const person = await mover();
    const to = await moved(person);
    await database.sql('update "TryThrottle" set failures = 100 where address = $1', [to]);
    await undo(await undoOf(person.address));
    expect(await enter(person.address, PASSWORD)).toMatchObject({ refusal: "backoff" });
  });

  it("where another account came to the old address, in whatever way, changes nothing and says so", async () => {
    const person = await mover();
    await moved(person);
    const token = await undoOf(person.address);
    const other = await mover();
    await database.sql('update "User" set email = $1 where id = $2', [person.address, other.id]);
    expect(await undo(token)).toEqual({ ok: false, refusal: "taken" });
    expect(await isIn(person.session.token)).toBe(true);
  });

  it("can be asked for again at the old address, by whoever lost the notice", async () => {
    const person = await mover();
    await moved(person);
    await sendNotices();
    expect(await undo(await undoAskedFor(person.address))).toMatchObject({ ok: true });
    expect(await undo(await undoOf(person.address))).toMatchObject({ refusal: "ended" });
  });

  it.each(
    ["OneTimeToken", "EmailChange", "User", "Session"].map((table) => `update on "${table}"`),
  )("cut off did nothing at all, and works again: %s", async (statement) => {
    const person = await mover();
    const to = await moved(person);
    const token = await undoOf(person.address);
    await cutAt(statement, () => undo(token));
    expect(await addressOf(person)).toBe(to);
    expect(await isIn(person.session.token)).toBe(true);
    expect(await undo(token)).toMatchObject({ ok: true });
  });
});
