import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { newPerson, stranger, together } from "@/e2e/support/unit/people";
import type { Email } from "../email";
import { closeOtherSessions } from "./close";
import { userOfSession } from "./current";
import { type StartedSession, startSession } from "./start";

const FIFTY = 50;

const isIn = async ({ token }: StartedSession) => (await userOfSession(token)) !== null;

/** Somebody with that many open sessions. */
async function withSessions(many: number) {
  const person = await newPerson();
  const sessions = await together(many, () => startSession(person, "email", stranger()));
  const [here] = sessions;
  if (!here) throw new Error("no session");
  return { person, here, others: sessions.slice(1), sessions };
}

const owner = (person: { id: string; address: Email }, session: StartedSession) => ({
  ...person,
  session,
});

async function linesOf(userId: string) {
  const [row] = await database.sql<{ n: number }>(
    `select count(*)::int as n from "Activity" where "userId" = $1 and event = 'other-sessions-ended'`,
    [userId],
  );
  return row?.n;
}

describe("closing the other sessions", () => {
  it("ends all of a person's but one, and writes it down once, however often it is asked at once", async () => {
    const { person, here, others } = await withSessions(4);
    const { here: foreign } = await withSessions(1);
    const closed = await together(FIFTY, () => closeOtherSessions(owner(person, here), stranger()));
    expect(closed.filter((one) => one === "closed")).toHaveLength(1);
    expect(closed.filter((one) => one === "none")).toHaveLength(FIFTY - 1);
    expect(await Promise.all(others.map(isIn))).toEqual([false, false, false]);
    expect([await isIn(here), await isIn(foreign)]).toEqual([true, true]);
    expect(await linesOf(person.id)).toBe(1);
  });

  it("from fifty sessions at the same instant leaves the one that was first", async () => {
    const { person, sessions } = await withSessions(FIFTY);
    const closed = await Promise.all(
      sessions.map((session) => closeOtherSessions(owner(person, session), stranger())),
    );
    const open = await Promise.all(sessions.map(isIn));
    expect(open.filter(Boolean)).toHaveLength(1);
    expect(closed[open.indexOf(true)]).toBe("closed");
    expect(closed.filter((one) => one === "signed-out")).toHaveLength(FIFTY - 1);
    expect(await linesOf(person.id)).toBe(1);
  });

  it("leaves them open, and no line says otherwise, when it is cut off", async () => {
    const { person, here, others } = await withSessions(2);
    await cutAt('insert on "Activity"', () => closeOtherSessions(owner(person, here), stranger()));
    expect(await Promise.all(others.map(isIn))).toEqual([true]);
    expect(await linesOf(person.id)).toBe(0);
  });
});
