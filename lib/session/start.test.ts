import { describe, expect, it } from "vitest";
import { database } from "@/e2e/unit";
import { newPerson, someone, stranger } from "@/e2e/unit/people";
import { sha256 } from "../secret";
import { personOfSession } from "./current";
import { startSession } from "./start";

describe("a session", () => {
  it("is stored by its hash alone, with who opened it, how and from where", async () => {
    const person = await newPerson();
    const requester = stranger({ place: "Bogotá, Colombia" });
    const { token } = await startSession(person, "password", requester);
    const [row] = await database.sql<Record<string, unknown>>(
      `select * from "Session" where "userId" = $1`,
      [person.id],
    );
    expect(row).toMatchObject({
      tokenHash: sha256(token),
      method: "password",
      device: requester.device,
      network: requester.range,
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

  it("is written down as activity of its owner", async () => {
    const person = await newPerson();
    await startSession(person, "google", stranger());
    const events = await database.sql(
      `select event, method, address from "Activity" where "userId" = $1`,
      [person.id],
    );
    expect(events).toEqual([{ event: "signed-in", method: "google", address: person.address }]);
  });

  it("of nobody is not opened", async () => {
    const nobody = { id: "00000000-0000-4000-8000-000000000000", address: someone() };
    await expect(startSession(nobody, "email", stranger())).rejects.toThrow();
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
    expect(await personOfSession(token)).toMatchObject({ address: person.address });
  });
});
