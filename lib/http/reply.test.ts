import { describe, expect, it } from "vitest";
import { passwordReply } from "../auth/credentials";
import { codeReply } from "../auth/email";
import { bannerOfError, messages } from "../messages/messages";
import { HashQueueFull } from "../password/queue";
import { sha256 } from "../secrets";
import { type CookieKind, cookieName } from "./cookies";
import { deadLink } from "./dead-link";
import { faultReply } from "./endpoint";
import { readFlash } from "./flash";
import { isProgram, type Reply, respond } from "./reply";

const refused: Reply = {
  ok: false,
  status: 422,
  error: "WrongField",
  url: "/registro?callbackUrl=/cuenta",
  fields: { email: "Escribe tu correo" },
};
const typed = new Map([
  ["email", "ana@ejemplo.com"],
  ["name", "<script>alert(1)</script>"],
  ["password", "una clave secreta"],
  ["code", "123456"],
  ["token", "un token"],
  ["long", "a".repeat(2000)],
]);

/** What a browser without other cookies has after it. */
const cookiesOf = (response: Response) => (kind: CookieKind) => {
  const name = `${cookieName(kind)}=`;
  const line = response.headers.getSetCookie().find((one) => one.startsWith(name)) ?? "";
  return line.slice(name.length).split(";")[0] || undefined;
};
const formCookie = (response: Response) => cookiesOf(response)("form");

describe("a program is answered", () => {
  it("with where it went", async () => {
    const response = await respond({ ok: true, url: "/cuenta" }, true);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ url: "http://localhost:3000/cuenta" });
  });

  it("with a status, a code and a sentence for each wrong field", async () => {
    const response = await respond(refused, true, { typed });
    expect(response.status).toBe(422);
    expect(await response.json()).toEqual({
      error: "WrongField",
      message: "Escribe tu correo",
      url: "http://localhost:3000/registro?callbackUrl=/cuenta",
      fields: { email: "Escribe tu correo" },
    });
    expect(formCookie(response)).toBeUndefined();
  });

  it("with when to come again, in the header and the body", async () => {
    const notice = messages().replies.slowed(42);
    const throttled = {
      ok: false,
      status: 429,
      error: "Throttled",
      url: "/login",
      notice,
    } as const;
    const response = await respond({ ...throttled, retryAfter: 42 }, true);
    expect(response.headers.get("retry-after")).toBe("42");
    expect(await response.json()).toEqual({
      error: "Throttled",
      message: "Hubo muchos intentos seguidos. Espera 42 segundos o ingresa desde tu correo.",
      notice,
      url: "http://localhost:3000/login",
      retryAfter: 42,
    });
  });

  it("with how many fields are wrong, as the page says it", async () => {
    const fields = { email: "Escribe tu correo", name: "Escribe tu nombre" };
    const { message } = await (await respond({ ...refused, fields }, true)).json();
    expect(message).toBe("Revisa 2 campos");
  });
});

/** What a person reads where a refusal leads them, without scripts. */
async function readBy(response: Response): Promise<string> {
  const location = response.headers.get("location");
  if (location === null) return response.text();
  const { pathname, searchParams } = new URL(location, "http://localhost");
  const memory = await readFlash(pathname, cookiesOf(response));
  const [sentence] = Object.values(memory?.fields ?? {});
  return sentence ?? (bannerOfError(searchParams.get("error")) ?? memory?.notice)?.text ?? "";
}

const page = "/login/correo";
const use = (refusal: "used" | "ended" | "expired" | "unknown") =>
  deadLink("reset", refusal, "/recuperar/nueva", "");
const REFUSED: [string, Reply][] = [
  ["a wrong password", passwordReply({ ok: false, refusal: "wrong" }, "/login")],
  ...[1, 29, 300, 301, 900].map((seconds): [string, Reply] => [
    `${seconds} seconds to wait for a password`,
    passwordReply({ ok: false, refusal: "backoff", seconds }, "/login?callbackUrl=%2Fcuenta"),
  ]),
  ["a code, tries left", codeReply({ ok: false, refusal: "code-wrong", triesLeft: 3 })],
  ["a code, one try left", codeReply({ ok: false, refusal: "code-wrong", triesLeft: 1 })],
  ["a code, the last try", codeReply({ ok: false, refusal: "code-wrong", triesLeft: 0 })],
  ["an ended code", codeReply({ ok: false, refusal: "code-ended" })],
  ["too many codes", codeReply({ ok: false, refusal: "backoff", seconds: 30 })],
  ["one wrong field", refused],
  ["a full queue", faultReply(new HashQueueFull(), page)],
  ["something away", { ok: false, status: 503, error: "Away", retryAfter: 5, page }],
  ["a fault of ours", faultReply(new Error("a secret"), page)],
  [
    "a stranger",
    { ok: false, status: 401, error: "SessionRequired", url: "/login?error=SessionRequired" },
  ],
  [
    "Google away",
    { ok: false, status: 503, error: "OAuthSignin", url: "/login?error=OAuthSignin" },
  ],
  ...(["Malformed", "WrongOrigin", "NotFound", "WrongMethod", "TooBig", "WrongType"] as const).map(
    (error): [string, Reply] => [error, { ok: false, status: 400, error }],
  ),
];

describe("with scripts and without them one sentence is read", () => {
  it.each(REFUSED)("of %s", async (_, reply) => {
    const { message, notice, fields } = await (await respond(reply, true)).json();
    const read = await readBy(await respond(reply, false));
    expect(message).toMatch(/^[A-ZÁÉ].*[.ao]$/);
    expect(read).toContain(message);
    // what the form's own page shows of the reply
    expect(Object.values(fields ?? {})[0] ?? notice?.text ?? message).toBe(message);
  });

  it.each(["used", "ended", "expired", "unknown"] as const)(
    "of a link that is %s",
    async (state) => {
      const { message, notice, url } = await (await respond(use(state), true)).json();
      expect(message).toBe(messages().deadLinks.reset[state].title);
      // its page says so
      expect([notice, url]).toEqual([undefined, "http://localhost:3000/recuperar/nueva?token="]);
    },
  );
});

describe("a person is answered", () => {
  it("with the page where they went, and a notice for that page alone", async () => {
    const response = await respond(
      { ok: true, url: "/login", notice: messages().replies.signedOut },
      false,
    );
    expect([response.status, response.headers.get("location")]).toEqual([303, "/login"]);
    const cookie = cookiesOf(response);
    expect(await readFlash("/login", cookie)).toMatchObject({
      notice: messages().replies.signedOut,
    });
    expect(await readFlash("/cuenta", cookie)).toBeNull();
  });

  it("with the form's page, what was typed and the sentences; never a password", async () => {
    const response = await respond(refused, false, { typed });
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/registro?callbackUrl=/cuenta");
    const line = response.headers.getSetCookie().join();
    expect(line).toContain("Max-Age=120");
    expect(line).toContain("HttpOnly");
    expect(await readFlash("/registro", cookiesOf(response))).toEqual({
      page: "/registro",
      session: sha256(""),
      values: { email: "ana@ejemplo.com", name: "<script>alert(1)</script>" },
      fields: { email: "Escribe tu correo" },
      notice: null,
    });
    for (const value of typed.values()) expect(line).not.toContain(value);
  });

  it("with a cookie that a browser keeps, however much was typed", async () => {
    for (const odd of ["\u0001", "𝒜", "a"]) {
      const much = Array.from({ length: 20 }, (_, n) => [`field${n}`, odd.repeat(300)] as const);
      const [email, name] = [odd.repeat(320), odd.repeat(160)];
      const response = await respond(refused, false, {
        typed: new Map([...much, ["email", email], ["name", name]]),
      });
      for (const line of response.headers.getSetCookie()) expect(line.length).toBeLessThan(4096);
      const recalled = await readFlash("/registro", cookiesOf(response));
      expect(recalled?.fields).toEqual({ email: "Escribe tu correo" });
    }
  });

  it.each([400, 403, 404, 405, 413, 415, 418])(
    "with a sentence where no page is: %i",
    async (status) => {
      const response = await respond({ ok: false, status, error: "Malformed" }, false);
      expect(response.status).toBe(status);
      expect(response.headers.get("content-type")).toBe("text/plain; charset=utf-8");
      expect(await response.text()).toMatch(/^[A-ZÁÉ].*\.$/);
    },
  );

  it("with the maintenance page while something is away, which retries at the form's page", async () => {
    const answer = { ok: false, status: 503, error: "Away", retryAfter: 5, page: "/registro" };
    const response = await respond(answer as Reply, false);
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("5");
    expect(await response.text()).toContain("Volvemos enseguida");
    expect(response.headers.get("content-security-policy")).not.toContain("unsafe-inline");
  });
});

it.each([
  ["application/json", true],
  ["application/json, text/plain, */*", true],
  ["Application/JSON", true],
  ["text/html,application/xhtml+xml,*/*;q=0.8", false],
  ["*/*", false],
  ["", false],
])("asks as a program: %j, %s", (accept, program) => {
  expect(isProgram(new Headers({ accept }))).toBe(program);
});

it("nothing that a door answers is kept by a browser or a proxy", async () => {
  for (const program of [true, false])
    for (const answer of [refused, { ok: true, url: "/cuenta" } as const])
      expect((await respond(answer, program)).headers.get("cache-control")).toContain("no-store");
});
