import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import type { Email } from "../email";
import { confirmRegistration } from "../registration/confirm";
import { newToken } from "../secrets";
import { findUserByEmail, findUserByGoogle } from "../user/find";
import { admitByGoogle, type GoogleAdmission } from "./admit";
import { readGoogleProfile } from "./authority";

afterEach(() => inbox.fault({ mode: "none" }));

/** As it comes from Google: at gmail.com its word counts, elsewhere it does not. */
function profile(address: Email, differing: Record<string, unknown> = {}) {
  const claims = { sub: newToken(), email: address, email_verified: true, name: "Ana Pérez" };
  const read = readGoogleProfile({ ...claims, ...differing });
  if (!read) throw new Error("no profile");
  return read;
}

const admit = (google: ReturnType<typeof profile>, browser = newToken()) =>
  admitByGoogle(google, { browser, client: stranger(), callbackUrl: "/facturas" });
const idOf = (admission: GoogleAdmission) => (admission.ok ? admission.user.id : null);
const links = async (id: string | undefined) =>
  (await database.sql(`select id from "Account" where "userId" = $1`, [id])).length;
const notices = (address: Email) =>
  database.sql(`select kind from "Notice" where address = $1`, [address]);

async function tokenFor(address: Email): Promise<string> {
  const [link = ""] = (await inbox.wait(address)).links;
  return new URL(link).searchParams.get("token") ?? "";
}

describe("a subject that is known", () => {
  it("opens its account, also when its address at Google has changed", async () => {
    const google = profile(someone("gmail.com"));
    const first = await admit(google);
    const moved = profile(someone("otra.com"), { sub: google.sub, email_verified: false });
    expect(idOf(await admit(moved))).toBe(idOf(first));
    expect(await findUserByEmail(moved.address)).toBeNull();
  });

  it("opens its own account, though its new address is another person's", async () => {
    const google = profile(someone("gmail.com"));
    const first = await admit(google);
    const other = await newPerson();
    const moved = profile(other.address, { sub: google.sub, hd: "ejemplo.com" });
    expect(idOf(await admit(moved))).toBe(idOf(first));
    expect(await links(other.id)).toBe(0);
  });
});

describe("a subject that is new, where Google is the authority on its address", () => {
  it.each([
    ["at gmail.com", "gmail.com", {}],
    ["in a Workspace", "empresa.com", { hd: "empresa.com" }],
  ])("makes an account at once: %s", async (_, domain, differing) => {
    const google = profile(someone(domain), differing);
    const admission = await admit(google);
    expect(await findUserByEmail(google.address)).toMatchObject({
      id: idOf(admission),
      name: "Ana Pérez",
      passwordHash: null,
    });
    expect(await findUserByGoogle(google.sub)).toMatchObject({ id: idOf(admission) });
    expect(await notices(google.address)).toEqual([]);
  });

  it("links itself to the account that is there, and its owner is told once", async () => {
    const google = profile(someone("gmail.com"));
    const first = await admit(google);
    const second = await admit(profile(google.address));
    expect(idOf(second)).toBe(idOf(first));
    expect(await notices(google.address)).toEqual([{ kind: "google-linked" }]);
  });

  it("makes no account that was not written down, when it is cut off", async () => {
    const google = profile(someone("gmail.com"));
    await cutAt('insert on "Activity"', () => admit(google));
    expect(await findUserByEmail(google.address)).toBeNull();
    expect(await admit(google)).toMatchObject({ ok: true });
  });

  it("links itself to no account whose owner was not told, when it is cut off", async () => {
    const google = profile(someone("gmail.com"));
    await admit(google);
    const other = profile(google.address);
    await cutAt('insert on "Notice"', () => admit(other));
    expect(await findUserByGoogle(other.sub)).toBeNull();
    await admit(other);
    expect(await notices(google.address)).toEqual([{ kind: "google-linked" }]);
  });

  it("ten times at the same instant makes one person, with one link", async () => {
    const google = profile(someone("gmail.com"));
    const admissions = await together(10, () => admit(google));
    expect(new Set(admissions.map(idOf)).size).toBe(1);
    const user = await findUserByEmail(google.address);
    expect(admissions.map(idOf)).toContain(user?.id);
    expect(await links(user?.id)).toBe(1);
    expect(await notices(google.address)).toEqual([]);
  });
});

describe("a subject that is new, where Google is not the authority on its address", () => {
  const claims = [
    ["another domain", {}],
    ["unverified", { email_verified: false, hd: "ejemplo.com" }],
    ["verified by a string", { email_verified: "true", hd: "ejemplo.com" }],
  ] as const;

  it.each(claims)(
    "enters no account that is there, and changes nothing: %s",
    async (_, differing) => {
      const { id, address } = await newPerson();
      const before = await findUserByEmail(address);
      const google = profile(address, differing);
      expect(await admit(google)).toEqual({ ok: false, refusal: "not-linked" });
      expect(await findUserByEmail(address)).toEqual(before);
      expect(await links(id)).toBe(0);
      expect(await inbox.mails(address)).toEqual([]);
    },
  );

  it.each(claims)(
    "without an account sends a verification, and makes none yet: %s",
    async (_, differing) => {
      const google = profile(someone(), differing);
      expect(await admit(google)).toMatchObject({
        refusal: "verify-address",
        address: google.address,
        delivered: { ok: true },
      });
      expect(await findUserByEmail(google.address)).toBeNull();
      expect((await inbox.wait(google.address)).links[0]).toContain("/registro/verificar?token=");
    },
  );

  it("verified in the browser that began gets account and link together", async () => {
    const [google, browser] = [profile(someone()), newToken()];
    await admit(google, browser);
    const token = await tokenFor(google.address);
    expect(
      await confirmRegistration({ token, browser, client: stranger(), chosen: {} }),
    ).toMatchObject({ ok: true, created: true, callbackUrl: "/facturas" });
    expect(idOf(await admit(google))).toBe((await findUserByEmail(google.address))?.id);
  });

  it("verified anywhere else gets the account alone: a stranger's Google never enters", async () => {
    const google = profile(someone());
    await admit(google);
    const token = await tokenFor(google.address);
    await confirmRegistration({ token, browser: newToken(), client: stranger(), chosen: {} });
    expect(await findUserByEmail(google.address)).not.toBeNull();
    expect(await findUserByGoogle(google.sub)).toBeNull();
    expect(await admit(google)).toEqual({ ok: false, refusal: "not-linked" });
  });

  it("verified after its address got an account links nothing", async () => {
    const [google, browser] = [profile(someone()), newToken()];
    await admit(google, browser);
    const token = await tokenFor(google.address);
    await admit(profile(google.address, { hd: "ejemplo.com" }));
    await confirmRegistration({ token, browser, client: stranger(), chosen: {} });
    expect(await findUserByGoogle(google.sub)).toBeNull();
  });

  it("hears that the mail could not be sent", async () => {
    await inbox.fault({ mode: "refuse" });
    expect(await admit(profile(someone()))).toMatchObject({
      delivered: { ok: false, refusal: "mail-refused" },
    });
  });
});
