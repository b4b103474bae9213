import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { PASSWORD, withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, stranger, together } from "@/e2e/support/unit/people";
import {
  enter,
  nothingHappened,
  noticesOf,
  ownerBy,
  resetOf,
  SAVING,
  waiting,
} from "@/e2e/support/unit/resets";
import { db } from "../database/client";
import { resetPassword } from "../recovery/reset";
import { userOfSession } from "../session/current";
import { endSessionsOf } from "../session/end";
import { openSessionsOf } from "../session/list";
import { startSession } from "../session/start";
import { changePassword } from "./change";

const NEW = "mi nueva frase secreta";

async function writtenOf(address: string): Promise<string[]> {
  const lines = await database.sql<{ event: string }>(
    `select event from "Activity" where address = $1 order by id`,
    [address],
  );
  return lines.map(({ event }) => event);
}

describe("a password changed from /cuenta", () => {
  it("ends every session and every reset, tells its owner, and goes on in a new session", async () => {
    const { id, address } = await withPassword();
    const [here, elsewhere] = [
      await startSession({ id, address }, "password", stranger()),
      await startSession({ id, address }, "email", stranger()),
    ];
    const reset = await resetOf(address);
    const changed = await changePassword(await ownerBy(here.token), NEW, stranger());
    for (const { token } of [here, elsewhere]) expect(await userOfSession(token)).toBeNull();
    expect(await userOfSession(changed.ok ? changed.session.token : "")).toMatchObject({ id });
    expect(await resetPassword(reset, PASSWORD, stranger())).toMatchObject({ refusal: "ended" });
    expect(await noticesOf(address)).toContainEqual({ kind: "password-changed" });
    expect(await writtenOf(address)).toEqual(["signed-in", "signed-in", "password-changed"]);
    expect(await enter(address, NEW)).toMatchObject({ ok: true });
  });

  it("may not be the person's own name", async () => {
    const { id, address } = await newPerson({ name: "Maximiliano Rodríguez" });
    const { token } = await startSession({ id, address }, "email", stranger());
    expect(await changePassword(await ownerBy(token), "maximiliano", stranger())).toMatchObject({
      refusal: "bad-password",
    });
  });

  it("by a session that was ended while it was hashed changes nothing", async () => {
    const { id, address } = await withPassword();
    const { token } = await startSession({ id, address }, "password", stranger());
    const thief = await ownerBy(token);
    await db().$transaction((transaction) => endSessionsOf(id, transaction));
    expect(await changePassword(thief, NEW, stranger())).toEqual({
      ok: false,
      refusal: "not-reauthenticated",
    });
    expect(await enter(address, PASSWORD)).toMatchObject({ ok: true });
  });

  it("at the same instant as a reset never undoes it", async () => {
    for (let round = 0; round < 4; round += 1) {
      const { id, address } = await withPassword();
      const { token } = await startSession({ id, address }, "password", stranger());
      const [thief, link] = [await ownerBy(token), await resetOf(address)];
      const [reset, changed] = await Promise.all([
        resetPassword(link, NEW, stranger()),
        changePassword(thief, "otra frase del ladrón", stranger()),
      ]);
      // whoever was second: a change ends the reset's link, a reset the session of the change
      expect([reset.ok, changed.ok]).not.toEqual([true, true]);
      expect(await openSessionsOf(id)).toHaveLength(1);
      expect(await enter(address, reset.ok ? NEW : "otra frase del ladrón")).toMatchObject({
        ok: true,
      });
    }
  });

  it("twice at the same instant by one session is changed once", async () => {
    const { id, address } = await withPassword();
    const { token } = await startSession({ id, address }, "password", stranger());
    const owner = await ownerBy(token);
    const changes = await together(4, (n) => changePassword(owner, `${NEW} ${n}`, stranger()));
    expect(changes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await openSessionsOf(id)).toHaveLength(1);
  });
});

describe("cut off while it is saved", () => {
  it.each([...SAVING, 'update on "OneTimeToken"'])(
    "a change did not happen at all: %s",
    async (statement) => {
      const person = await waiting();
      const owner = await ownerBy(person.session);
      await cutAt(statement, () => changePassword(owner, NEW, stranger()));
      await nothingHappened(person);
    },
  );
});
