import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, stranger, together } from "@/e2e/support/unit/people";
import { findUserByEmail } from "../user/find";
import { removeUser } from "../user/remove";
import { userOfSession } from "./current";
import { endSessionsOfEveryone } from "./end-for-everyone";
import { startSession } from "./start";

const by = { method: "operator", device: "soporte" };

async function signedIn() {
  const person = await newPerson();
  return { person, ...(await startSession(person, "email", stranger())) };
}

describe("the end of everybody's sessions", () => {
  it("counts the people who had one open, and tells each, once", async () => {
    const [ana, luis] = [await signedIn(), await newPerson()];
    await startSession(ana.person, "password", stranger());
    expect(await endSessionsOfEveryone(by)).toBe(1);
    expect(await userOfSession(ana.token)).toBeNull();
    const told = await database.sql(
      `select address, method, device from "Activity" where event = 'sessions-ended'`,
    );
    expect(told).toEqual([{ address: ana.person.address, ...by }]);
    expect(await findUserByEmail(luis.address)).not.toBeNull();
    expect(await endSessionsOfEveryone(by)).toBe(0);
  });

  it("reaches all, however many there are", async () => {
    await database.sql(`
      with people as (insert into "User" (email) select 'p' || n || '@ejemplo.com' from generate_series(1, 2500) n returning id)
      insert into "Session" ("tokenHash", "userId", method, device, "idleExpires", "absoluteExpires")
      select 'hash of ' || id, id, 'email', '', now() + interval '1 day', now() + interval '1 day' from people`);
    expect(await endSessionsOfEveryone(by)).toBe(2500);
    expect(await database.sql('select from "Session" where "endedAt" is null')).toEqual([]);
  });

  it("and removals and sign-ins at the same instant do not wait in a ring", async () => {
    for (let round = 0; round < 5; round += 1) {
      const people = await together(10, signedIn);
      const acts = people.map(({ person }, n) =>
        n % 2 ? removeUser(person, stranger()) : startSession(person, "email", stranger()),
      );
      await Promise.all([endSessionsOfEveryone(by), ...acts, endSessionsOfEveryone(by)]);
      for (const { token } of people) expect(await userOfSession(token)).toBeNull();
    }
  });
});
