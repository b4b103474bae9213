import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { AUTH, auth, browser, led, said, whoIsIn } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { newPerson, someone, together } from "@/e2e/support/unit/people";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { peekToken } from "../token/peek";

const program = () => new Caller(auth, PROGRAM);

const ask = (caller: Caller, email: string, more = {}) =>
  caller.post(`${AUTH}/signin/email`, { email, ...more });
const follow = (caller: Caller, token: string) => caller.post(`${AUTH}/callback/email`, { token });

async function mailTo(address: Email) {
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
    const response = await ask(browser(), someone(), { callbackUrl: `/${"a".repeat(2040)}` });
    const lines = response.headers.getSetCookie();
    expect(lines.find((line) => line.includes(".sent="))?.length).toBeGreaterThan(2040);
    for (const line of lines) expect(line.length).toBeLessThan(4096);
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

  it.each(['{"token":"\\ud800"}', '{"token":["a"]}', '{"token":"a","token":"b"}'])(
    "that is none is unknown, and no fault of ours: %s",
    async (body) => {
      const headers = { "content-type": "application/json" };
      const sent = program().send(`${AUTH}/callback/email`, { method: "POST", body, headers });
      expect(await said(await sent)).toMatchObject({ status: 401, error: "LinkUnknown" });
    },
  );

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
