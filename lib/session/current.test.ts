import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, stranger, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { db } from "../database/client";
import { databaseReachable } from "../database/reachable";
import { newToken } from "../secrets";
import { linkGoogle } from "../user/create";
import { userOfSession } from "./current";
import { endSession, endSessionById, endSessionsOf } from "./end";
import { openSessionsOf } from "./list";
import { markReauthenticated } from "./reauthentication";
import { type StartedSession, startSession } from "./start";

type Signed = { person: Awaited<ReturnType<typeof newPerson>>; session: StartedSession };

async function signedIn(): Promise<Signed> {
  const person = await newPerson();
  return { person, session: await startSession(person, "email", stranger()) };
}

const isIn = async ({ token }: StartedSession) => (await userOfSession(token)) !== null;

describe("a session", () => {
  it("tells who is in, and how", async () => {
    const { person, session } = await signedIn();
    await linkGoogle(person.id, { sub: person.id, address: "ana@gmail.com" });
    expect(await userOfSession(session.token)).toMatchObject({
      ...person,
      hasPassword: false,
      google: "ana@gmail.com",
      session: { id: session.id, method: "email" },
    });
  });

  it.each([undefined, "", "short", newToken(), "a".repeat(43), "\0".repeat(43)])(
    "of nobody lets nobody in: %j",
    async (token) => {
      expect(await userOfSession(token)).toBeNull();
    },
  );

  it("ends after 7 idle days", async () => {
    const { session } = await signedIn();
    await database.age("7 days");
    expect(await isIn(session)).toBe(false);
  });

  it("lives on while it is used, for 30 days", async () => {
    const { session } = await signedIn();
    for (let day = 6; day < 30; day += 6) {
      await database.age("6 days");
      expect(await isIn(session)).toBe(true);
    }
    await database.age("143 hours");
    expect(await isIn(session)).toBe(true);
    await database.age("1 hour");
    expect(await isIn(session)).toBe(false);
  });

  it("is as good as before when its use cannot be written", async () => {
    const { person, session } = await signedIn();
    await database.age("10 minutes");
    await database.sql(`
      create function never() returns trigger language plpgsql as
        $$ begin raise exception 'never' using errcode = '25006'; end $$;
      create trigger never before update on "Session" execute function never()`);
    expect(await userOfSession(session.token)).toMatchObject({ id: person.id });
    expect(await databaseReachable()).toBe(true);
    await database.sql(`drop function never cascade`);
    expect(await userOfSession(session.token)).toMatchObject({ id: person.id });
  });

  it("has its use written at most once in ten minutes, however often it is used", async () => {
    const { person, session } = await signedIn();
    const written = async () => {
      const [row] = await database.sql<{ xmin: string }>(
        `select xmin::text from "Session" where "userId" = $1`,
        [person.id],
      );
      return row?.xmin;
    };
    const first = await written();
    await together(20, () => userOfSession(session.token));
    expect(await written()).toBe(first);
    await database.age("10 minutes");
    const before = await written();
    await together(20, () => userOfSession(session.token));
    const after = await written();
    expect(after).not.toBe(before);
    await together(20, () => userOfSession(session.token));
    expect(await written()).toBe(after);
  });

  it("ended is over at the very next request, in every process", async () => {
    const { session } = await signedIn();
    const other = new SecondProcess(`import { userOfSession } from "./lib/session/current";
      const isIn = async () => (await userOfSession("${session.token}")) !== null;
      const before = await isIn();
      await gate();
      console.log(JSON.stringify([before, await isIn()]));
      process.exit();`);
    await other.ready();
    await endSession(session.token);
    expect(await isIn(session)).toBe(false);
    expect(await other.go()).toEqual([true, false]);
  });

  it("ended stays ended, also when it ends again", async () => {
    const { person, session } = await signedIn();
    await endSession(session.token);
    const [{ endedAt } = {}] = await ended(person.id);
    await endSession(session.token);
    expect((await ended(person.id))[0]?.endedAt).toEqual(endedAt);
    await database.age("10 minutes");
    expect(await isIn(session)).toBe(false);
  });

  it("of a removed account is over", async () => {
    const { person, session } = await signedIn();
    await database.sql(`delete from "User" where id = $1`, [person.id]);
    expect(await isIn(session)).toBe(false);
  });
});

describe("ending sessions", () => {
  it("all of a person leaves those of another", async () => {
    const [ana, luis] = [await signedIn(), await signedIn()];
    const second = await startSession(ana.person, "email", stranger());
    await db().$transaction((transaction) => endSessionsOf(ana.person.id, transaction));
    expect(await Promise.all([ana.session, second, luis.session].map(isIn))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it("one by its id works for its owner alone, and once", async () => {
    const [ana, luis] = [await signedIn(), await signedIn()];
    expect(await endSessionById(luis.person.id, ana.session.id)).toBe(false);
    expect(await isIn(ana.session)).toBe(true);
    const ends = await together(20, () => endSessionById(ana.person.id, ana.session.id));
    expect(ends.filter(Boolean)).toHaveLength(1);
    expect(await isIn(ana.session)).toBe(false);
  });

  it.each(["", "7", "' or 1=1 --", "\0", "00000000-0000-4000-8000-000000000000"])(
    "one by an id that is none changes nothing: %j",
    async (id) => {
      const { person, session } = await signedIn();
      expect(await endSessionById(person.id, id)).toBe(false);
      expect(await isIn(session)).toBe(true);
    },
  );
});

describe("the open sessions of a person", () => {
  it("are those that still work, the latest used first", async () => {
    const { person, session } = await signedIn();
    await database.age("8 days");
    const older = await startSession(person, "password", stranger());
    await database.age("1 hour");
    const newer = await startSession(person, "google", stranger());
    const over = await startSession(person, "email", stranger());
    await endSession(over.token);
    const open = await openSessionsOf(person.id);
    expect(open.map(({ id }) => id)).toEqual([newer.id, older.id]);
    expect(open.map(({ id }) => id)).not.toContain(session.id);
  });
});

describe("a proof", () => {
  const isReauthenticated = async (token: string) =>
    (await userOfSession(token))?.session.reauthenticated ?? false;

  it("is a sign-in of the last ten minutes, or a fresh one since", async () => {
    const { session } = await signedIn();
    expect(await isReauthenticated(session.token)).toBe(true);
    await database.age("10 minutes");
    expect(await isReauthenticated(session.token)).toBe(false);
    await markReauthenticated(session.id);
    expect(await isReauthenticated(session.token)).toBe(true);
  });

  it("of one session is none of another, and using one is no proof", async () => {
    const { person, session } = await signedIn();
    const other = await startSession(person, "email", stranger());
    await database.age("11 minutes");
    await userOfSession(session.token);
    await markReauthenticated(other.id);
    expect(await isReauthenticated(session.token)).toBe(false);
  });

  it("ends with its session", async () => {
    const { session } = await signedIn();
    await endSession(session.token);
    expect(await isReauthenticated(session.token)).toBe(false);
    await markReauthenticated(session.id);
    expect(await isReauthenticated(session.token)).toBe(false);
  });
});

function ended(userId: string) {
  return database.sql<{ endedAt: Date | null }>(
    `select "endedAt" from "Session" where "userId" = $1`,
    [userId],
  );
}
