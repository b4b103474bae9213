import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { waitsForLock } from "@/e2e/support/unit/lock";
import { withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { db } from "../database/client";
import { hashPassword } from "../password/hash";
import { setPassword } from "../password/replace";
import { sha256 } from "../secrets";
import { findUserByEmail } from "../user/find";
import { userOfSession } from "./current";
import { endSessionsOf } from "./end";
import { openSessionsOf } from "./list";
import { startSession, UserChanged } from "./start";

describe("a session", () => {
  it("is stored by its hash alone, with who opened it, how and from where", async () => {
    const person = await newPerson();
    const client = stranger({ place: "Bogotá, Colombia" });
    const { token } = await startSession(person, "password", client);
    const [row] = await database.sql<Record<string, unknown>>(
      `select * from "Session" where "userId" = $1`,
      [person.id],
    );
    expect(row).toMatchObject({
      tokenHash: sha256(token),
      method: "password",
      device: client.device,
      network: client.subnet,
      place: "Bogotá, Colombia",
    });
    expect(JSON.stringify(row)).not.toContain(token);
  });

  it("has a new token at every sign-in: none that was there before", async () => {
    const person = await newPerson();
    const [one, other] = [
      await startSession(person, "email", stranger()),
      await startSession(person, "email", stranger()),
    ];
    expect(one.token).not.toBe(other.token);
    expect(one.id).not.toBe(other.id);
  });

  it("opens for each of fifty at once, who speak different languages, and the account has one of them", async () => {
    const person = await newPerson();
    const spoken = ["es", "en", "pt-BR"] as const;
    const opened = await together(50, (n) => {
      const language = spoken[n % 3] ?? "es";
      return startSession(person, "email", stranger({ reader: { language, timeZone: null } }));
    });
    expect(opened).toHaveLength(50);
    const [row] = await database.sql<{ language: string }>(
      `select language from "User" where id = $1`,
      [person.id],
    );
    expect(spoken).toContain(row?.language);
  });

  it("is written down as activity of its owner", async () => {
    const person = await newPerson();
    await startSession(person, "google", stranger());
    const events = await database.sql(
      `select event, method, address from "Activity" where "userId" = $1`,
      [person.id],
    );
    expect(events).toEqual([{ event: "signed-in", method: "google", address: person.address }]);
  });

  it.each(["registered", "password-changed"] as const)(
    "that is a part of another act is written down as that act, once: %s",
    async (event) => {
      const person = await newPerson();
      await startSession(person, "email", stranger(), { event });
      const lines = await database.sql(
        `select event, a.at = s."createdAt" as "atOnce" from "Activity" a join "Session" s using ("userId")
          where "userId" = $1`,
        [person.id],
      );
      expect(lines).toEqual([{ event, atOnce: true }]);
    },
  );

  it("of nobody is not opened", async () => {
    const nobody = { id: "00000000-0000-4000-8000-000000000000", address: someone() };
    await expect(startSession(nobody, "email", stranger())).rejects.toThrow(UserChanged);
  });

  it("is opened by the hash that was compared, and by none that was replaced", async () => {
    const { id, address } = await withPassword();
    const comparedHash = (await findUserByEmail(address))?.passwordHash ?? "";
    await startSession({ id, address, comparedHash }, "password", stranger());
    const replaced = { id, address, comparedHash: comparedHash.replace(/.$/, "x") };
    await expect(startSession(replaced, "password", stranger())).rejects.toThrow(UserChanged);
    expect(await openSessionsOf(id)).toHaveLength(1);
  });

  it("by an old password is never opened past a new one that is about to be saved", async () => {
    const { id, address } = await withPassword();
    const comparedHash = (await findUserByEmail(address))?.passwordHash ?? "";
    const opening = await db().$transaction(async (transaction) => {
      await setPassword(id, await hashPassword("otra clave muy larga"), undefined, transaction);
      const begun = startSession({ id, address, comparedHash }, "password", stranger());
      begun.catch(() => undefined);
      await waitsForLock();
      await endSessionsOf(id, transaction);
      return { begun };
    });
    await expect(opening.begun).rejects.toThrow(UserChanged);
    expect(await openSessionsOf(id)).toEqual([]);
  });

  it("by an address is never opened past a change of it that is about to be saved", async () => {
    const person = await newPerson();
    const opening = await db().$transaction(async (transaction) => {
      const data = { email: someone() };
      await transaction.user.update({ where: { id: person.id }, data });
      const begun = startSession(person, "google", stranger());
      begun.catch(() => undefined);
      await waitsForLock();
      await endSessionsOf(person.id, transaction);
      return { begun };
    });
    await expect(opening.begun).rejects.toThrow(UserChanged);
    expect(await openSessionsOf(person.id)).toEqual([]);
  });
});

describe("a sign-in from a device", () => {
  const notices = (address: string) =>
    database.sql(`select kind from "Notice" where address = $1`, [address]);

  it("not seen before sends a notice, except the very first", async () => {
    const person = await newPerson();
    const [home, office] = [stranger(), stranger()];
    await startSession(person, "email", home);
    await startSession(person, "password", home);
    expect(await notices(person.address)).toEqual([]);
    await startSession(person, "email", office);
    expect(await notices(person.address)).toEqual([{ kind: "new-device" }]);
    await startSession(person, "email", office);
    await startSession(person, "email", home);
    expect(await notices(person.address)).toHaveLength(1);
  });

  it("of which its owner was not told is not known, when it is cut off", async () => {
    const person = await newPerson();
    await startSession(person, "email", stranger());
    const office = stranger();
    await cutAt('insert on "Notice"', () => startSession(person, "email", office));
    expect(await notices(person.address)).toEqual([]);
    await startSession(person, "email", office);
    expect(await notices(person.address)).toEqual([{ kind: "new-device" }]);
  });

  it("known from another person is new to this one", async () => {
    const [ana, luis, shared] = [await newPerson(), await newPerson(), stranger()];
    await startSession(ana, "email", shared);
    await startSession(luis, "email", stranger());
    await startSession(luis, "email", shared);
    expect(await notices(luis.address)).toHaveLength(1);
  });

  it("signs in whatever becomes of the notice", async () => {
    const person = await newPerson();
    await startSession(person, "email", stranger());
    const { token } = await startSession(person, "email", stranger());
    expect(await userOfSession(token)).toMatchObject({ address: person.address });
  });
});
