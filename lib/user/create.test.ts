import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, someone, together } from "@/e2e/support/unit/people";
import { createUser, linkGoogle } from "./create";
import { findUserByEmail, findUserByGoogle, findUserById } from "./find";

const prepared = {
  name: "Ana Pérez",
  passwordHash: "$2b$10$hash",
  passwordScheme: "bcrypt-hmac-v1",
};
const subject = () => someone().slice(0, 13);

describe("an account", () => {
  it("has what was prepared, and its address is proved", async () => {
    const [address, googleSub] = [someone(), subject()];
    const { id, created } = await createUser(address, { ...prepared, googleSub });
    expect(created).toBe(true);
    expect(await findUserByEmail(address)).toMatchObject({ id, address, ...prepared });
    expect(await findUserById(id)).toEqual(await findUserByEmail(address));
    expect(await findUserByGoogle(googleSub)).toMatchObject({ id });
  });

  it("begun ten times at the same instant is one person, with one of the ten's things alone", async () => {
    const address = someone();
    const made = await together(10, (n) =>
      createUser(address, {
        name: `Ana ${n}`,
        passwordHash: `hash ${n}`,
        googleSub: `${address}-${n}`,
      }),
    );
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    const winner = made.findIndex(({ created }) => created);
    expect(await findUserByEmail(address)).toMatchObject({
      name: `Ana ${winner}`,
      passwordHash: `hash ${winner}`,
    });
    const links = await database.sql<{ sub: string }>(
      `select "providerAccountId" as sub from "Account" where "providerAccountId" like $1`,
      [`${address}-%`],
    );
    expect(links).toEqual([{ sub: `${address}-${winner}` }]);
  });

  it("made in the meantime is unchanged", async () => {
    const { id, address } = await newPerson({ name: "Ana" });
    const before = await findUserByEmail(address);
    const again = await createUser(address, { ...prepared, googleSub: subject() });
    expect(again).toEqual({ id, created: false });
    expect(await findUserByEmail(address)).toEqual(before);
    expect(await database.sql(`select id from "Account" where "userId" = $1`, [id])).toEqual([]);
  });

  it("is made without a Google subject that is another's way in", async () => {
    const googleSub = subject();
    const first = await createUser(someone(), { googleSub });
    const second = await createUser(someone(), { googleSub });
    expect(second.created).toBe(true);
    expect(await findUserByGoogle(googleSub)).toMatchObject({ id: first.id });
  });

  it("of an address, an id or a subject that nobody has is none", async () => {
    expect(await findUserByEmail(someone())).toBeNull();
    expect(await findUserById("00000000-0000-4000-8000-000000000000")).toBeNull();
    expect(await findUserByGoogle(subject())).toBeNull();
  });
});

describe("a Google subject", () => {
  it("links once, and stays where it is", async () => {
    const [ana, luis, sub] = [await newPerson(), await newPerson(), subject()];
    const google = { sub, address: "ana@gmail.com" };
    expect(await linkGoogle(ana.id, google)).toBe("new");
    expect(await linkGoogle(ana.id, google)).toBe("known");
    expect(await linkGoogle(luis.id, google)).toBe("taken");
    expect(await findUserByGoogle(sub)).toMatchObject({ id: ana.id });
  });

  it("linked to ten people at the same instant is one person's", async () => {
    const people = await together(10, () => newPerson());
    const google = { sub: subject(), address: "ana@gmail.com" };
    const links = await Promise.all(people.map(({ id }) => linkGoogle(id, google)));
    expect(links.filter((link) => link === "new")).toHaveLength(1);
    expect(links.filter((link) => link === "taken")).toHaveLength(9);
  });
});
