import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, auth, browser, led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { PASSWORD, whileHashesWait, withPassword } from "@/e2e/support/unit/passwords";
import { someone, together } from "@/e2e/support/unit/people";
import { cookieName } from "../http/cookies";
import { bannerOfError } from "../messages/messages";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { endSession } from "../session/end";

const WRONG = "otra clave cualquiera";
const program = () => new Caller(auth, PROGRAM);

const ask = (caller: Caller, email: string, more = {}) =>
  caller.post(`${AUTH}/signin/email`, { email, ...more });
const enter = (caller: Caller, email: string, password: string, more = {}) =>
  caller.post(`${AUTH}/callback/credentials`, { email, password, ...more });

describe("a password", () => {
  it("signs in under a new session, and ends the one that was there", async () => {
    const { address } = await withPassword();
    const caller = browser();
    const planted = newToken();
    caller.cookies.set(cookieName("session"), planted);
    expect(led(await enter(caller, address, PASSWORD))).toEqual([303, "/cuenta"]);
    const first = caller.cookies.get(cookieName("session"));
    expect(first).not.toBe(planted);
    expect(await whoIsIn(caller)).toMatchObject({ address, session: { method: "password" } });
    await enter(caller, address, PASSWORD);
    expect(caller.cookies.get(cookieName("session"))).not.toBe(first);
    expect(await userOfSession(first)).toBeNull();
  });

  it("wrong is refused the same with and without an account", async () => {
    const { address } = await withPassword();
    for (const email of [address, someone()]) {
      expect(await said(await enter(program(), email, WRONG))).toEqual({
        status: 401,
        error: "CredentialsSignin",
        message: bannerOfError("CredentialsSignin")?.text,
        notice: bannerOfError("CredentialsSignin"),
        url: "http://localhost:3000/login?error=CredentialsSignin",
      });
      const caller = browser();
      expect(led(await enter(caller, email, WRONG))).toEqual([
        303,
        "/login?error=CredentialsSignin",
      ]);
      expect(await whoIsIn(caller)).toBeNull();
    }
  });

  it("wrong fifty times at the same instant is compared ten times", async () => {
    const { address } = await withPassword();
    const answers = await together(50, async () => (await enter(program(), address, WRONG)).status);
    expect(answers.filter((status) => status === 401)).toHaveLength(10);
    expect(answers.filter((status) => status === 429)).toHaveLength(40);
    const slowed = await enter(program(), address, PASSWORD);
    expect(Number(slowed.headers.get("retry-after"))).toBeGreaterThan(20);
    expect((await ask(program(), address)).status).toBe(200);
  });

  it("without room in the hash queue is answered at once", async () => {
    const { address } = await withPassword();
    await whileHashesWait(async () => {
      const busy = await enter(program(), address, PASSWORD);
      expect(Number(busy.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await said(busy)).toMatchObject({ status: 503, error: "Busy" });
    });
  });

  it.each(["//evil.com", "https://evil.com", "/\\evil.com", "/api/auth/signout", "javascript:a"])(
    "leads nowhere else: %s",
    async (callbackUrl) => {
      const { address } = await withPassword();
      expect(led(await enter(browser(), address, PASSWORD, { callbackUrl }))).toEqual([
        303,
        "/cuenta",
      ]);
    },
  );
});

describe("signing out", () => {
  it("ends the row, whatever becomes of the cookie", async () => {
    const { address } = await withPassword();
    const caller = browser();
    await enter(caller, address, PASSWORD);
    const kept = caller.cookies.get(cookieName("session"));
    expect(led(await caller.post(`${AUTH}/signout`))).toEqual([303, "/login"]);
    expect(caller.cookies.has(cookieName("session"))).toBe(false);
    expect(await userOfSession(kept)).toBeNull();
  });
});

describe("next-auth's own readings", () => {
  it("agree on who is in, and plant nothing that decides a sign-in", async () => {
    const { id, address } = await withPassword();
    const caller = browser();
    expect(await (await caller.get(`${AUTH}/session`)).json()).toEqual({});
    await enter(caller, address, PASSWORD);
    const reading = await caller.get(`${AUTH}/session`);
    expect(await reading.json()).toMatchObject({ user: { id, email: address } });
    expect(reading.headers.get("cache-control")).toContain("no-store");
    const providers = await (await caller.get(`${AUTH}/providers`)).json();
    expect(Object.keys(providers).sort()).toEqual(["credentials", "email", "google"]);
    expect(JSON.stringify(providers)).not.toContain("evil");
  });

  it("leave the session's cookie as it is: in another tab it may be another one by now", async () => {
    const { address } = await withPassword();
    const caller = browser();
    await enter(caller, address, PASSWORD);
    const token = caller.cookies.get(cookieName("session"));
    for (const reading of ["session", "csrf", "providers"])
      expect((await caller.get(`${AUTH}/${reading}`)).headers.getSetCookie().join()).not.toContain(
        "session",
      );
    await endSession(token);
    expect((await caller.get(`${AUTH}/session`)).headers.getSetCookie().join()).not.toContain(
      "session",
    );
  });

  it("give the pair that proves a form where a browser says nothing of its origin", async () => {
    const caller = new Caller(auth, { ...PROGRAM, "sec-fetch-site": "" });
    const { csrfToken } = await (await caller.get(`${AUTH}/csrf`)).json();
    expect(csrfToken).toMatch(/^[\w-]{43,64}$/);
  });
});

describe("the door of next-auth", () => {
  const posts = [
    "signin/email",
    "signin/google",
    "callback/credentials",
    "callback/email",
    "signout",
  ];

  it.each(posts)("changes nothing for another site: %s", async (action) => {
    const { address } = await withPassword();
    const caller = browser();
    await enter(caller, address, PASSWORD);
    const before = caller.cookies.get(cookieName("session"));
    const foreign: Record<string, string>[] = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site", origin: "http://localhost:3000" },
    ];
    for (const headers of foreign) {
      const body = new URLSearchParams({ email: someone(), password: PASSWORD });
      const response = await caller.send(`${AUTH}/${action}`, { method: "POST", body, headers });
      expect(response.status).toBe(403);
      expect(response.headers.getSetCookie()).toEqual([]);
    }
    expect(await userOfSession(before)).toMatchObject({ address });
  });

  it.each([
    "",
    "nothing",
    "callback",
    "callback/evil",
    "signin/evil",
    "_log",
    "__proto__",
    "constructor",
  ])("is none at %j", async (action) => {
    for (const method of ["GET", "POST"])
      expect((await program().send(`${AUTH}/${action}`, { method })).status).toBe(404);
  });

  it.each([
    ["PUT", "signin/email", "POST"],
    ["DELETE", "signout", "POST"],
    ["GET", "callback/credentials", "POST"],
    ["POST", "session", "GET"],
    ["POST", "callback/google", "GET"],
    ["HEAD", "callback/google", "GET"],
  ])("knows no %s at %s, and says what it knows", async (method, action, allowed) => {
    const response = await program().send(`${AUTH}/${action}`, { method });
    expect(response.status).toBe(405);
    expect(response.headers.get("allow")).toContain(allowed);
  });

  it("leads on with the query, unless it is longer than a proxy lets through", async () => {
    const to = async (query: string) =>
      led(await browser().send(`${AUTH}/signin?${query}`, { method: "GET" }));
    expect(await to("callbackUrl=/cuenta")).toEqual([303, "/login?callbackUrl=/cuenta"]);
    expect(await to(`email=${"a".repeat(5000)}`)).toEqual([303, "/login"]);
  });

  it("tells nobody more than that something failed, and never by a 500", async () => {
    const odd = [
      { email: "a".repeat(15_000), password: "b" },
      { email: "ana@ejemplo.com", password: "\0" },
      { token: "%00" },
      { code: "" },
    ];
    for (const action of posts)
      for (const fields of odd) {
        const response = await program().post(`${AUTH}/${action}`, fields as never);
        expect(response.status).toBeLessThan(500);
        expect(await response.text()).not.toMatch(/stack|prisma|node_modules/i);
      }
  });

  it("gives no link of a mail to whoever says another host", async () => {
    const address = someone();
    const caller = new Caller(auth, {
      host: "evil.com",
      "x-forwarded-host": "evil.com",
      "x-forwarded-proto": "https",
    });
    await ask(caller, address);
    const { links } = await inbox.wait(address);
    for (const link of links) expect(new URL(link).origin).toBe("http://localhost:3000");
    const rows = await database.sql(`select "callbackUrl" from "OneTimeToken" where address = $1`, [
      address,
    ]);
    expect(JSON.stringify(rows)).not.toContain("evil");
  });
});
