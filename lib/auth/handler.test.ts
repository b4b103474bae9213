import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/unit";
import { AUTH, auth, browser, led, said, whoIsIn } from "@/e2e/unit/auth";
import { Caller, PROGRAM } from "@/e2e/unit/caller";
import { PASSWORD, whileHashesWait, withPassword } from "@/e2e/unit/passwords";
import { newPerson, someone, together } from "@/e2e/unit/people";
import type { Address } from "../address";
import { cookieName } from "../cookies";
import { newToken } from "../secret";
import { personOfSession } from "../session/current";
import { peekToken } from "../token/peek";

const WRONG = "otra clave cualquiera";
const program = () => new Caller(auth, PROGRAM);

const ask = (caller: Caller, email: string, more = {}) =>
  caller.post(`${AUTH}/signin/email`, { email, ...more });
const follow = (caller: Caller, token: string) => caller.post(`${AUTH}/callback/email`, { token });
const enter = (caller: Caller, email: string, password: string, more = {}) =>
  caller.post(`${AUTH}/callback/credentials`, { email, password, ...more });

async function mailTo(address: Address) {
  const mail = await inbox.wait(address);
  const token = new URL(mail.links[0] ?? "").searchParams.get("token") ?? "";
  return { token, code: /^\d{6}$/m.exec(mail.text)?.[0] ?? "" };
}

describe("asking for a magic link", () => {
  it("leads a person to the sent page, also when they are throttled", async () => {
    const address = someone();
    const caller = browser();
    for (let n = 0; n < 2; n += 1)
      expect(led(await ask(caller, address))).toEqual([303, "/login/correo/enviado"]);
    expect(await inbox.mails(address)).toHaveLength(1);
  });

  it("again from the sent page leads where the first one led, and nobody else's does", async () => {
    const { address } = await newPerson();
    const caller = browser();
    await ask(caller, address, { callbackUrl: "/facturas?a=1" });
    const first = (await inbox.wait(address)).id;
    await database.age("61 seconds");
    await ask(caller, address);
    const [link = ""] = (await inbox.wait(address, first)).links;
    const token = new URL(link).searchParams.get("token") ?? "";
    expect(led(await follow(browser(), token))).toEqual([303, "/facturas?a=1"]);
    const other = await newPerson();
    await ask(caller, other.address);
    const { token: others } = await mailTo(other.address);
    expect(led(await follow(browser(), others))).toEqual([303, "/cuenta"]);
  });

  it("with however long a callback URL keeps the sent page's cookie small enough to be kept", async () => {
    const response = await ask(browser(), someone(), { callbackUrl: `/${"ñ".repeat(2000)}` });
    for (const line of response.headers.getSetCookie()) expect(line.length).toBeLessThan(4096);
  });

  it("tells a program when to come again", async () => {
    const address = someone();
    expect(await said(await ask(program(), address))).toMatchObject({ status: 200 });
    const throttled = await ask(program(), address);
    expect(Number(throttled.headers.get("retry-after"))).toBeGreaterThan(50);
    expect(await said(throttled)).toMatchObject({
      status: 429,
      error: "Throttled",
      retryAfter: Number(throttled.headers.get("retry-after")),
    });
  });

  it("fifty times at the same instant sends one mail", async () => {
    const address = someone();
    const answers = await together(50, async () => (await ask(program(), address)).status);
    expect(answers.filter((status) => status === 200)).toHaveLength(1);
    expect(answers.filter((status) => status === 429)).toHaveLength(49);
    await inbox.wait(address);
    expect(await inbox.mails(address)).toHaveLength(1);
  });

  it("answers the same with and without an account", async () => {
    const shape = async (email: string) => {
      const caller = browser();
      const first = await ask(caller, email);
      const cookies = first.headers.getSetCookie().map((line) => line.replace(/=[^;]*;/, ";"));
      return [led(first), cookies, led(await ask(caller, email))];
    };
    expect(await shape((await newPerson()).address)).toEqual(await shape(someone()));
  });

  it.each(["", "ana", "a@b.co,c@d.co", "a@b.co\nc@d.co", "Ana <a@b.co>"])(
    "for %j is refused before anything is sent",
    async (email) => {
      expect(await said(await ask(program(), email))).toMatchObject({
        status: 422,
        error: "WrongField",
        fields: { email: expect.any(String) },
      });
    },
  );

  it("that the mail server refuses is said, and may be tried again at once", async () => {
    const address = someone();
    await inbox.fault({ mode: "refuse" });
    const refused = await said(await ask(program(), address, { callbackUrl: "/facturas" }));
    await inbox.fault({ mode: "none" });
    expect(refused).toMatchObject({
      status: 502,
      error: "EmailSignin",
      url: "http://localhost:3000/login/correo?callbackUrl=%2Ffacturas",
    });
    expect((await ask(program(), address)).status).toBe(200);
  });
});

describe("a magic link", () => {
  it("signs in once, in any browser, and leads where it was asked from", async () => {
    const { address } = await newPerson();
    await ask(browser(), address, { callbackUrl: "/facturas?a=1" });
    const { token } = await mailTo(address);
    const other = browser();
    const response = await follow(other, token);
    expect(led(response)).toEqual([303, "/facturas?a=1"]);
    expect(await whoIsIn(other)).toMatchObject({ address, session: { method: "email" } });
    const session = response.headers.getSetCookie().find((line) => line.includes("session"));
    expect(session).toMatch(/HttpOnly/i);
    expect(session).toMatch(/SameSite=Lax/i);
    const again = await follow(program(), token);
    expect(await said(again)).toMatchObject({
      status: 401,
      error: "LinkUsed",
      url: `http://localhost:3000/login/link?token=${token}`,
    });
  });

  it("used fifty times at the same instant signs in one browser", async () => {
    const { address } = await newPerson();
    await ask(browser(), address);
    const { token } = await mailTo(address);
    const callers = Array.from({ length: 50 }, program);
    const answers = await Promise.all(callers.map((caller) => follow(caller, token)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const errors = await Promise.all(answers.map(async (one) => (await one.json()).error));
    expect(errors.filter((error) => error === "LinkUsed")).toHaveLength(49);
    const inside = await Promise.all(callers.map(whoIsIn));
    expect(inside.filter(Boolean)).toHaveLength(1);
  });

  it.each(["GET", "HEAD"])("opened by %s changes nothing", async (method) => {
    const { address } = await newPerson();
    await ask(browser(), address);
    const { token } = await mailTo(address);
    const caller = browser();
    const response = await caller.send(`${AUTH}/callback/email?token=${token}`, { method });
    expect(led(response)).toEqual([303, `/login/link?token=${token}`]);
    expect(await whoIsIn(caller)).toBeNull();
    expect(await peekToken(token, "magic-link")).toMatchObject({ state: "valid" });
  });

  it("unknown says so", async () => {
    for (const token of [newToken(), "", "a", "\0", "<script>"])
      expect(await said(await follow(program(), token))).toMatchObject({
        status: 401,
        error: "LinkUnknown",
      });
  });

  it("of an address without an account leads to /registro, verified", async () => {
    const address = someone();
    await ask(browser(), address);
    const { token } = await mailTo(address);
    const caller = browser();
    expect(led(await follow(caller, token))).toEqual([303, `/registro?token=${token}`]);
    expect(await whoIsIn(caller)).toBeNull();
  });

  it("gives its code to the browser that asked alone", async () => {
    const { address } = await newPerson();
    const [asked, other] = [program(), program()];
    await ask(asked, address);
    const { code } = await mailTo(address);
    const wrong = code === "000000" ? "000001" : "000000";
    const tried = async (caller: Caller, digits: string) =>
      said(await caller.post(`${AUTH}/callback/email`, { code: digits }));
    expect(await tried(other, code)).toMatchObject({ status: 401, error: "CodeEnded" });
    expect(await tried(asked, wrong)).toMatchObject({
      status: 401,
      error: "CodeWrong",
      triesLeft: 4,
    });
    expect(await tried(asked, "12345")).toMatchObject({ status: 422, error: "WrongField" });
    expect(await tried(asked, code)).toMatchObject({ status: 200 });
    expect(await whoIsIn(asked)).toMatchObject({ address });
    expect(await tried(asked, code)).toMatchObject({ status: 401, error: "CodeEnded" });
  });
});

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
    expect(await personOfSession(first)).toBeNull();
  });

  it("wrong is refused the same with and without an account", async () => {
    const { address } = await withPassword();
    for (const email of [address, someone()]) {
      expect(await said(await enter(program(), email, WRONG))).toEqual({
        status: 401,
        error: "CredentialsSignin",
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
    expect(await personOfSession(kept)).toBeNull();
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
    expect(await personOfSession(before)).toMatchObject({ address });
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
