import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { type ActivityRun, activityOf } from "../activity/list";
import { type ActivityEvent, recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { endSession } from "../session/end";
import { markReauthenticated } from "../session/reauthentication";
import { startSession } from "../session/start";
import { peekToken } from "../token/peek";
import { createUser, linkGoogle } from "./create";
import { exportUser } from "./export";
import { findUserByEmail, findUserByGoogle } from "./find";
import { removeReauthenticatedUser, removeUser } from "./remove";
import { rename } from "./rename";

const told = (address: Email) =>
  database.sql(`select kind from "Notice" where address = $1`, [address]);

const renames = async (address: Email) => {
  const [row] = await database.sql<{ n: number }>(
    `select count(*)::int as n from "Activity" where address = $1 and event = 'name-changed'`,
    [address],
  );
  return row?.n;
};

describe("an account that is removed", () => {
  it("is gone with its sessions, links and tokens, at the very next request", async () => {
    const person = await newPerson({ name: "Ana" });
    const sub = newToken();
    await linkGoogle(person.id, { sub, address: "ana@gmail.com" });
    const session = await startSession(person, "email", stranger());
    const { token } = await mint(person.address, { purpose: "reset" });
    await removeUser(person, stranger());
    expect(await findUserByEmail(person.address)).toBeNull();
    expect(await findUserByGoogle(sub)).toBeNull();
    expect(await userOfSession(session.token)).toBeNull();
    expect(await peekToken(token, "reset")).toMatchObject({ state: "unknown" });
    expect(await told(person.address)).toEqual([{ kind: "account-removed" }]);
  });

  it.each(['delete on "User"', 'insert on "Activity"', 'insert on "Notice"'])(
    "is whole while it is not gone, when it is cut off: %s",
    async (statement) => {
      const person = await newPerson({ name: "Ana" });
      const session = await startSession(person, "email", stranger());
      const { token } = await mint(person.address);
      await cutAt(statement, () => removeUser(person, stranger()));
      expect(await userOfSession(session.token)).toMatchObject({ id: person.id });
      expect(await peekToken(token, "magic-link")).toMatchObject({ state: "valid" });
      expect(await told(person.address)).toEqual([]);
    },
  );

  it("leaves others alone, and its history without whose it was", async () => {
    const [person, other] = [await newPerson(), await newPerson()];
    await startSession(person, "email", stranger());
    await removeUser(person, stranger());
    expect(await findUserByEmail(other.address)).not.toBeNull();
    const rows = await database.sql(
      `select event, "userId" from "Activity" where address = $1 order by id`,
      [person.address],
    );
    expect(rows).toEqual([
      { event: "signed-in", userId: null },
      { event: "account-removed", userId: null },
    ]);
  });

  it("may begin anew, as somebody who is told nothing of before", async () => {
    const person = await newPerson();
    await startSession(person, "email", stranger());
    await removeUser(person, stranger());
    const { id, created } = await createUser(person.address, {});
    expect(created).toBe(true);
    const emailVerified = new Date();
    const { entries } = await activityOf({ id, address: person.address, emailVerified }, 10);
    expect(entries).toEqual([]);
    expect((await exportUser({ id, address: person.address })).activity).toEqual([]);
  });

  it("by its owner is removed while the proof holds, and not afterwards", async () => {
    const person = await newPerson();
    const { id, token } = await startSession(person, "email", stranger());
    const owner = { ...person, session: { id } };
    await database.age("10 minutes");
    expect(await removeReauthenticatedUser(owner, stranger())).toBe("not-reauthenticated");
    await markReauthenticated(id);
    await endSession(token);
    expect(await removeReauthenticatedUser(owner, stranger())).toBe("not-reauthenticated");
    expect(await findUserByEmail(person.address)).not.toBeNull();
    const again = await startSession(person, "email", stranger());
    const proved = { ...person, session: { id: again.id } };
    expect(await removeReauthenticatedUser(proved, stranger())).toBe("removed");
    expect(await findUserByEmail(person.address)).toBeNull();
  });

  it("twice at the same instant is removed once", async () => {
    const person = await newPerson();
    await together(5, () => removeUser(person, stranger()));
    expect(await told(person.address)).toEqual([{ kind: "account-removed" }]);
  });
});

describe("a name", () => {
  it("is changed, and in its owner's activity, where it is another one; no mail tells of it", async () => {
    const person = await newPerson({ name: "Ana" });
    await rename(person, "Ana", stranger());
    expect(await renames(person.address)).toBe(0);
    await rename(person, "Ana María", stranger());
    expect(await findUserByEmail(person.address)).toMatchObject({ name: "Ana María" });
    expect(await renames(person.address)).toBe(1);
    expect(await told(person.address)).toEqual([]);
  });

  it("is not changed without its being written down, when it is cut off", async () => {
    const person = await newPerson({ name: "Ana" });
    await cutAt('insert on "Activity"', () => rename(person, "Ana María", stranger()));
    expect(await findUserByEmail(person.address)).toMatchObject({ name: "Ana" });
  });

  it("is given to who had none", async () => {
    const person = await newPerson();
    await rename(person, "Ana", stranger());
    expect(await findUserByEmail(person.address)).toMatchObject({ name: "Ana" });
  });
});

describe("one's own data", () => {
  it("holds all that is kept of a person, nothing of others, and no secret", async () => {
    const secret = "$2b$10$thehash";
    const [person, other] = [
      await newPerson({ name: "Ana", passwordHash: secret, passwordScheme: "bcrypt" }),
      await newPerson(),
    ];
    await linkGoogle(person.id, { sub: "a-subject", address: "ana@gmail.com" });
    const session = await startSession(person, "email", stranger());
    await startSession(other, "email", stranger({ device: "Safari en iPhone" }));
    await recordActivity({
      event: "password-refused",
      address: person.address,
      client: stranger(),
    });
    const data = JSON.stringify(await exportUser(person));
    for (const part of [person.address, "Ana", "ana@gmail.com", "signed-in", "password-refused"])
      expect(data).toContain(part);
    for (const part of [secret, "bcrypt", session.token, "tokenHash", other.address, "iPhone"])
      expect(data).not.toContain(part);
  });
});

describe("the activity of a person", () => {
  it("is their own and their address's, the newest first, a page at a time", async () => {
    const person = await newPerson();
    const owner = { ...person, emailVerified: new Date(Date.now() - 1000) };
    const client = stranger();
    await recordActivity({ event: "link-asked", address: someone(), client });
    for (const event of ["link-asked", "password-refused", "signed-in"] as const)
      await recordActivity({ event, address: person.address, userId: null, client });
    const first = await activityOf(owner, 2);
    expect(first.entries.map(({ event }) => event)).toEqual(["signed-in", "password-refused"]);
    expect(first.more).toBe(true);
    const next = await activityOf(owner, 2, BigInt(first.entries[1]?.id ?? 0));
    expect(next.entries.map(({ event }) => event)).toEqual(["link-asked"]);
    expect(next.more).toBe(false);
  });

  it("has wrong tries in a row from one device and network as one, with their number, on whichever page", async () => {
    const person = await newPerson();
    const owner = { ...person, emailVerified: new Date(Date.now() - 1000) };
    const [thief, other] = [stranger(), stranger({ device: "Safari en iPhone" })];
    const write = (event: ActivityEvent, client: ClientInfo) =>
      recordActivity({ event, address: person.address, userId: null, client });
    const refused = "password-refused";
    for (const client of [thief, thief, other, thief, thief, thief]) await write(refused, client);
    await write("code-refused", thief);
    for (const _ of [1, 2]) await write("name-changed", thief);

    const runs = ({ entries }: { entries: ActivityRun[] }) =>
      entries.map(({ event, device, times }) => [event, device, times]);
    const first = await activityOf(owner, 4);
    expect(runs(first)).toEqual([
      ["name-changed", thief.device, 1],
      ["name-changed", thief.device, 1],
      ["code-refused", thief.device, 1],
      [refused, thief.device, 3],
    ]);
    expect(first.more).toBe(true);
    const last = first.entries.at(-1);
    expect(last?.since.getTime()).toBeLessThan(last?.at.getTime() ?? 0);
    const next = await activityOf(owner, 2, BigInt(last?.id ?? 0));
    expect(runs(next)).toEqual([
      [refused, other.device, 1],
      [refused, thief.device, 2],
    ]);
    expect(next.more).toBe(false);
  });

  it("can be read to its end, whatever somebody who guesses has left in it", async () => {
    const person = await newPerson();
    const owner = { ...person, emailVerified: new Date(Date.now() - 1000) };
    await database.sql(
      `insert into "Activity" (event, address, device) select 'password-refused', $1, 'x' from generate_series(1, 4500)`,
      [person.address],
    );
    const counted: number[] = [];
    for (let more = true, before: bigint | undefined; more; ) {
      const page = await activityOf(owner, 10, before);
      counted.push(...page.entries.map(({ times }) => times));
      before = BigInt(page.entries.at(-1)?.id ?? 0);
      more = page.more;
    }
    expect(counted).toEqual([2000, 2000, 500]);
  });
});
