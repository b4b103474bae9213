import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { newPerson, stranger } from "@/e2e/support/unit/people";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { type SignedInUser, userOfSession } from "../session/current";
import { endSession } from "../session/end";
import { startSession } from "../session/start";
import { linkGoogle } from "../user/create";
import { findUserByGoogle } from "../user/find";
import { readGoogleProfile } from "./authority";
import { linkGoogleTo, unlinkGoogle } from "./link";

function profile(sub: string = newToken()) {
  const read = readGoogleProfile({ sub, email: "otra@empresa.com", email_verified: false });
  if (!read) throw new Error("no profile");
  return read;
}

const told = (address: Email) =>
  database.sql(`select kind from "Notice" where address = $1 order by "createdAt"`, [address]);

type SignedIn = { owner: SignedInUser; session: string };

async function signedIn(): Promise<SignedIn> {
  const session = (await startSession(await newPerson(), "email", stranger())).token;
  const owner = await userOfSession(session);
  if (!owner) throw new Error("not signed in");
  return { owner, session };
}

describe("Google as a way in", () => {
  it("is linked and unlinked by its owner, whatever its address, and each is told once", async () => {
    const [{ owner }, google] = [await signedIn(), profile()];
    expect(await linkGoogleTo(owner, google, stranger())).toBe("linked");
    expect(await linkGoogleTo(owner, google, stranger())).toBe("linked");
    expect(await findUserByGoogle(google.sub)).toMatchObject({ id: owner.id });
    await unlinkGoogle(owner, stranger());
    await unlinkGoogle(owner, stranger());
    expect(await findUserByGoogle(google.sub)).toBeNull();
    expect(await told(owner.address)).toEqual([
      { kind: "google-linked" },
      { kind: "google-unlinked" },
    ]);
  });

  it.each(['insert on "Activity"', 'insert on "Notice"'])(
    "neither comes nor goes without its owner being told, when it is cut off: %s",
    async (statement) => {
      const [{ owner }, google] = [await signedIn(), profile()];
      await cutAt(statement, () => linkGoogleTo(owner, google, stranger()));
      expect(await findUserByGoogle(google.sub)).toBeNull();
      await linkGoogleTo(owner, google, stranger());
      await cutAt(statement, () => unlinkGoogle(owner, stranger()));
      expect(await findUserByGoogle(google.sub)).toMatchObject({ id: owner.id });
      expect(await told(owner.address)).toEqual([{ kind: "google-linked" }]);
    },
  );

  it("that is another's is not taken from them", async () => {
    const [ana, luis, google] = [await signedIn(), await signedIn(), profile()];
    await linkGoogleTo(ana.owner, google, stranger());
    expect(await linkGoogleTo(luis.owner, google, stranger())).toBe("taken");
    await unlinkGoogle(luis.owner, stranger());
    expect(await findUserByGoogle(google.sub)).toMatchObject({ id: ana.owner.id });
    expect(await told(luis.owner.address)).toEqual([]);
  });

  it("is not linked a second time: nobody would look for another one", async () => {
    const [{ owner, session }, first, second] = [await signedIn(), profile(), profile()];
    await linkGoogleTo(owner, first, stranger());
    expect(await linkGoogleTo(owner, second, stranger())).toBe("second");
    expect(await findUserByGoogle(second.sub)).toBeNull();
    expect(await told(owner.address)).toEqual([{ kind: "google-linked" }]);
    // one that Google itself has added, since it answers for the address, is seen beside it
    await linkGoogle(owner.id, { ...second, address: "dos@gmail.com" });
    expect(await userOfSession(session)).toMatchObject({
      google: `${first.address}, dos@gmail.com`,
    });
    expect(await unlinkGoogle(owner, stranger())).toBe("unlinked");
    expect(await userOfSession(session)).toMatchObject({ google: null });
  });

  it.each([
    ["has aged", () => database.age("10 minutes")],
    ["is of a session that was ended", ({ session }: SignedIn) => endSession(session)],
  ])("neither comes nor goes by a proof that %s meanwhile", async (_, spoil) => {
    const [ana, google, other] = [await signedIn(), profile(), profile()];
    await linkGoogleTo(ana.owner, google, stranger());
    await spoil(ana);
    expect(await linkGoogleTo(ana.owner, other, stranger())).toBe("not-reauthenticated");
    expect(await findUserByGoogle(other.sub)).toBeNull();
    expect(await unlinkGoogle(ana.owner, stranger())).toBe("not-reauthenticated");
    expect(await findUserByGoogle(google.sub)).toMatchObject({ id: ana.owner.id });
  });
});
