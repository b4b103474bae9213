import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { cutAt } from "@/e2e/support/unit/cut";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { peekToken } from "../token/peek";
import { findUserByEmail, findUserByGoogle } from "../user/find";
import { removeUser } from "../user/remove";
import { confirmRegistration, registerVerified } from "./confirm";
import { register } from "./register";

const typed = { name: "Ana Pérez", passwordHash: "$2b$10$hash", passwordScheme: "bcrypt-hmac-v1" };

/** A registration, as far as its mail: the token in it, and the browser it was asked from. */
async function registered(address: Email, googleSub: string | null = null) {
  const browser = newToken();
  const prepared = { ...typed, googleSub };
  const { token } = await mint(address, { purpose: "registration", browser, prepared });
  return { token, browser };
}

const confirm = (token: string, browser: string | null, chosen = {}) =>
  confirmRegistration({ token, browser, client: stranger(), chosen });

const MAKING = ["User", "Account", "Activity", "Session"].map((table) => `insert on "${table}"`);

describe("cut off while it makes the account", () => {
  it.each(MAKING)("a registration is not used, and works afterwards: %s", async (statement) => {
    const [address, sub] = [someone(), someone()];
    const { token, browser } = await registered(address, sub);
    await cutAt(statement, () => confirm(token, browser));
    expect(await peekToken(token, "registration")).toMatchObject({ state: "valid" });
    expect(await findUserByEmail(address)).toBeNull();
    expect(await confirm(token, browser)).toMatchObject({ ok: true, created: true });
    expect(await findUserByGoogle(sub)).toMatchObject({ address });
  });

  it.each(["magic-link", "proved-address"] as const)(
    "a link is not used, and works afterwards: %s",
    async (purpose) => {
      const address = someone();
      const { token } = await mint(address, { purpose });
      const use = () =>
        registerVerified({ token, browser: null, client: stranger(), chosen: typed });
      await cutAt('insert on "User"', use);
      expect(await peekToken(token, purpose)).toMatchObject({ state: "valid" });
      expect(await use()).toMatchObject({ ok: true, created: true });
    },
  );
});

describe("a registration", () => {
  it("makes no account before it is confirmed", async () => {
    const address = someone();
    await registered(address);
    expect(await findUserByEmail(address)).toBeNull();
  });

  it("confirmed in the browser that registered keeps the password and the Google chosen there", async () => {
    const [address, sub] = [someone(), someone()];
    const { token, browser } = await registered(address, sub);
    expect(await confirm(token, browser)).toMatchObject({ ok: true, created: true });
    expect(await findUserByEmail(address)).toMatchObject(typed);
    expect(await findUserByGoogle(sub)).toMatchObject({ address });
  });

  it("marks as the way in what the account has: a password, else Google, else the mail", async () => {
    const last = async (prepared: object, browser = newToken()) => {
      const { token } = await mint(someone(), { purpose: "registration", browser, prepared });
      const confirmed = await confirm(token, browser);
      return confirmed.ok && [confirmed.session.method, confirmed.session.last];
    };
    expect(await last(typed)).toEqual(["registration", "password"]);
    expect(await last({ googleSub: someone() })).toEqual(["registration", "google"]);
    expect(await last({})).toEqual(["registration", "email"]);
  });

  it.each([
    ["another browser", newToken()],
    ["a browser without a cookie", null],
    ["a browser with an empty cookie", ""],
  ])(
    "confirmed in %s keeps neither, so that a stranger's never enters by the owner's click",
    async (_, browser) => {
      const [address, sub] = [someone(), someone()];
      const { token } = await registered(address, sub);
      expect(await confirm(token, browser)).toMatchObject({ ok: true, created: true });
      expect(await findUserByEmail(address)).toMatchObject({
        name: typed.name,
        passwordHash: null,
        passwordScheme: null,
      });
      expect(await findUserByGoogle(sub)).toBeNull();
    },
  );

  it("confirmed in another browser has the password that is chosen there", async () => {
    const address = someone();
    const { token } = await registered(address);
    await confirm(token, newToken(), { passwordHash: "theirs", passwordScheme: "bcrypt-hmac-v1" });
    expect(await findUserByEmail(address)).toMatchObject({ passwordHash: "theirs" });
  });

  it("confirmed signs in", async () => {
    const address = someone();
    const { token, browser } = await registered(address);
    const confirmed = await confirm(token, browser);
    const session = confirmed.ok ? confirmed.session.token : "";
    expect(await userOfSession(session)).toMatchObject({ address, name: typed.name });
  });

  it("confirmed is written down as what it is: registered once, signed in to when it came late", async () => {
    const address = someone();
    const [first, second] = [await registered(address), await registered(address)];
    await confirm(first.token, first.browser);
    const written = () =>
      database.sql(`select event from "Activity" where address = $1 order by id`, [address]);
    expect(await written()).toEqual([{ event: "registered" }]);
    await confirm(second.token, second.browser);
    expect(await written()).toEqual([{ event: "registered" }, { event: "signed-in" }]);
  });

  it("of ten for one address confirmed at the same instant makes one account, of one of them", async () => {
    const address = someone();
    const registrations = await together(10, async (n) => {
      const browser = newToken();
      const prepared = { name: `Ana ${n}`, passwordHash: `hash ${n}`, passwordScheme: "bcrypt" };
      const { token } = await mint(address, { purpose: "registration", browser, prepared });
      return { token, browser };
    });
    const confirmed = await Promise.all(
      registrations.map(({ token, browser }) => confirm(token, browser)),
    );
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(10);
    const winner = confirmed.findIndex((one) => one.ok && one.created);
    expect(confirmed.filter((one) => one.ok && one.created)).toHaveLength(1);
    expect(await findUserByEmail(address)).toMatchObject({
      name: `Ana ${winner}`,
      passwordHash: `hash ${winner}`,
    });
  });

  it("confirmed fifty times at the same instant is confirmed once", async () => {
    const { token, browser } = await registered(someone());
    const confirmed = await together(50, () => confirm(token, browser));
    expect(confirmed.filter(({ ok }) => ok)).toHaveLength(1);
    expect(confirmed.filter((one) => !one.ok && one.refusal === "used")).toHaveLength(49);
  });

  it("confirmed after its address got an account changes nothing there, and signs in", async () => {
    const address = someone();
    const [first, second] = [await registered(address), await registered(address, someone())];
    await confirm(first.token, null);
    const before = await findUserByEmail(address);
    const late = await confirm(second.token, second.browser, { passwordHash: "late" });
    const session = { method: "email", last: "email" };
    expect(late).toMatchObject({ ok: true, created: false, session });
    expect(await findUserByEmail(address)).toEqual(before);
    expect(
      await database.sql(`select id from "Account" where "userId" = $1`, [before?.id]),
    ).toEqual([]);
    expect(await userOfSession(late.ok ? late.session.token : "")).toMatchObject({ address });
  });

  it("and the removal of its account at the same instant: nobody waits in a ring", async () => {
    for (let round = 0; round < 10; round += 1) {
      const person = await newPerson();
      const { token, browser } = await registered(person.address);
      const [confirmed] = await Promise.all([
        confirm(token, browser),
        removeUser(person, stranger()),
      ]);
      if (!confirmed.ok) expect(confirmed.refusal).toBe("unknown");
    }
  });

  it("expires after 24 hours, and says so", async () => {
    const address = someone();
    const { browser } = await registered(address);
    const { token } = await mint(address, { purpose: "registration", browser, life: 0 });
    expect(await confirm(token, browser)).toEqual({ ok: false, refusal: "expired", address });
    expect(await findUserByEmail(address)).toBeNull();
  });

  it("is not confirmed by a magic link or a reset", async () => {
    for (const purpose of ["magic-link", "reset", "proved-address"] as const) {
      const address = someone();
      const { token } = await mint(address, { purpose });
      expect(await confirm(token, null)).toMatchObject({ ok: false, refusal: "unknown" });
      expect(await findUserByEmail(address)).toBeNull();
    }
  });
});

describe("registering", () => {
  const asking = (address: Email) => ({
    address,
    browser: newToken(),
    client: stranger(),
    callbackUrl: "/cuenta?a=1",
    prepared: typed,
  });

  it("sends a link that confirms, and no more than that is told by mail", async () => {
    const address = someone();
    const registration = asking(address);
    expect(await register(registration)).toEqual({ ok: true });
    const mail = await inbox.wait(address);
    const [link = "", ...others] = new Set(mail.links);
    expect(others).toEqual([]);
    expect(link).toMatch(/^http:\/\/localhost:3000\/registro\/verificar\?token=[\w-]{43}$/);
    for (const secret of [typed.name, typed.passwordHash, "a=1"])
      expect(mail.subject + mail.text + mail.html).not.toContain(secret);
    const token = new URL(link).searchParams.get("token") ?? "";
    expect(await confirm(token, registration.browser)).toMatchObject({
      ok: true,
      callbackUrl: "/cuenta?a=1",
    });
  });

  it("at an address with an account tells its owner, and changes nothing", async () => {
    const { address } = await newPerson({ name: "Ana" });
    const before = await findUserByEmail(address);
    expect(await register(asking(address))).toEqual({ ok: true });
    const mail = await inbox.wait(address);
    expect(mail.links.join()).not.toContain("token");
    expect(await findUserByEmail(address)).toEqual(before);
    const kept = await database.sql(
      `select name, "passwordHash" from "OneTimeToken" where address = $1`,
      [address],
    );
    expect(kept).toEqual([{ name: null, passwordHash: null }]);
  });

  it("answers the same with and without an account, also when throttled", async () => {
    const [{ address }, nobody] = [await newPerson(), someone()];
    for (const outcome of ["ok", "rate-limited"]) {
      const [known, unknown] = [await register(asking(address)), await register(asking(nobody))];
      expect(Object.keys(known)).toEqual(Object.keys(unknown));
      expect(known.ok ? "ok" : known.refusal).toBe(outcome);
      expect(unknown.ok ? "ok" : unknown.refusal).toBe(outcome);
    }
  });
});

describe("an address that a magic link proved", () => {
  it.each(["magic-link", "proved-address"] as const)(
    "gets its account by that very token, once: %s",
    async (purpose) => {
      const address = someone();
      const { token } = await mint(address, { purpose });
      const chosen = { name: "Ana" };
      const proved = await together(20, () =>
        registerVerified({ token, browser: null, client: stranger(), chosen }),
      );
      expect(proved.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await findUserByEmail(address)).toMatchObject({ name: "Ana" });
      expect((await peekToken(token, purpose)).state).toBe("used");
    },
  );

  it("that got an account meanwhile is signed in to it, unchanged", async () => {
    const { address } = await newPerson({ name: "Ana" });
    const { token } = await mint(address);
    const chosen = { name: "Otra", passwordHash: "late", passwordScheme: "bcrypt" };
    expect(
      await registerVerified({ token, browser: null, client: stranger(), chosen }),
    ).toMatchObject({ ok: true, created: false });
    expect(await findUserByEmail(address)).toMatchObject({ name: "Ana", passwordHash: null });
  });

  it("gets none by a registration or a reset", async () => {
    for (const purpose of ["registration", "reset"] as const) {
      const { token } = await mint(someone(), { purpose });
      expect(
        await registerVerified({ token, browser: null, client: stranger(), chosen: {} }),
      ).toMatchObject({ ok: false, refusal: "unknown" });
    }
  });
});
