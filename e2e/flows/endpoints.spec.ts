import { request as http } from "node:http";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { formEndpoints } from "../fuzz/endpoints";
import { expect, test } from "../support/fixtures";

// Every endpoint against every kind of bad input: a 4xx, a sentence, and nothing done.

const ENDPOINTS = formEndpoints();
const SENTENCE = /^[A-ZÁÉ].*\.$/;
const FORM = "application/x-www-form-urlencoded";
const OURS = { accept: "application/json", "sec-fetch-site": "same-origin" };
const INVALID_UTF8 = Buffer.from([0x65, 0x3d, 0xff, 0xfe]);

type Bad = {
  name: string;
  status: number;
  error: string;
  headers?: Record<string, string>;
  data?: string | Buffer;
};

const BAD: Bad[] = [
  {
    name: "another site's",
    status: 403,
    error: "WrongOrigin",
    headers: { "sec-fetch-site": "cross-site" },
  },
  {
    name: "a sibling site's",
    status: 403,
    error: "WrongOrigin",
    headers: { "sec-fetch-site": "same-site" },
  },
  { name: "more than 16 KiB", status: 413, error: "TooBig", data: `email=${"a".repeat(17_000)}` },
  {
    name: "broken JSON",
    status: 400,
    error: "Malformed",
    headers: { "content-type": "application/json" },
    data: '{"a":',
  },
  {
    name: "a JSON array",
    status: 400,
    error: "Malformed",
    headers: { "content-type": "application/json" },
    data: "[]",
  },
  { name: "invalid UTF-8", status: 400, error: "Malformed", data: INVALID_UTF8 },
  {
    name: "multipart",
    status: 415,
    error: "WrongType",
    headers: { "content-type": "multipart/form-data; boundary=x" },
    data: "--x--",
  },
  {
    name: "plain text",
    status: 415,
    error: "WrongType",
    headers: { "content-type": "text/plain" },
    data: "email=a@b.co",
  },
];

for (const endpoint of ENDPOINTS)
  test(`${endpoint} refuses what is no form of ours`, async ({ lab, request }) => {
    for (const { name, status, error, headers, data } of BAD) {
      const answer = await request.post(lab.app + endpoint, {
        headers: { ...OURS, "content-type": FORM, ...headers },
        data: data ?? "email=a%40b.co",
      });
      expect([name, answer.status(), await answer.json()]).toEqual([
        name,
        status,
        { error, message: expect.stringMatching(SENTENCE) },
      ]);
    }
    for (const method of ["GET", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(lab.app + endpoint, {
        method,
        headers: OURS,
        maxRedirects: 0,
      });
      const allowed = method === "GET" && endpoint.startsWith("/api/auth/") ? [303, 405] : [405];
      expect([method, allowed]).toEqual([method, expect.arrayContaining([answer.status()])]);
    }
  });

test("/api/health says which methods it knows", async ({ lab, request }) => {
  for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
    const answer = await request.fetch(`${lab.app}/api/health`, { method, headers: OURS });
    const said = [method, answer.status(), answer.headers().allow, await answer.json()];
    expect(said).toEqual([
      method,
      405,
      "GET",
      { error: "WrongMethod", message: expect.stringMatching(SENTENCE) },
    ]);
  }
});

test("no origin, a foreign one, and none that says anything", async ({ lab, request }) => {
  const endpoint = `${lab.app}/api/auth/signin/email`;
  const post = async (headers: Record<string, string>, form: Record<string, string>) =>
    (
      await request.post(endpoint, { headers: { accept: "application/json", ...headers }, form })
    ).status();
  expect(await post({ origin: "http://evil.example" }, {})).toBe(403);
  expect(await post({ origin: "null" }, {})).toBe(403);
  expect(await post({}, {})).toBe(403);
  expect(await post({ origin: lab.app }, {})).toBe(422);

  const { csrfToken } = await (await request.get(`${lab.app}/api/auth/csrf`)).json();
  expect(await post({}, { csrfToken })).toBe(422);
  expect(await post({}, { csrfToken: csrfToken.replace(/./, "x") })).toBe(403);
});

const ADDRESSES: [string, unknown][] = [
  ["nothing", ""],
  ["two", "a@b.co,c@d.co"],
  ["two in lines", "a@b.co\nc@d.co"],
  ["garbage", "¿quién?"],
  ["ten thousand characters", `${"a".repeat(10_000)}@b.co`],
  ["an array", ["a@b.co"]],
  ["a number", 7],
  ["null", null],
  ["a NUL", "a\u0000@b.co"],
  ["a lone surrogate", "a\ud800@b.co"],
  ["a quoted part", '"a b"@b.co'],
  ["angle brackets", "<a@b.co>"],
  ["a header", "a@b.co\r\nBcc: c@d.co"],
];

for (const [endpoint, field] of [
  ["/api/auth/signin/email", "email"],
  ["/recuperar/enviar", "email"],
  ["/registro/crear", "email"],
  ["/api/auth/callback/credentials", "email"],
] as const)
  test(`${endpoint} takes exactly one address`, async ({ lab, request }) => {
    const before = (await lab.inbox.all()).length;
    for (const [name, email] of ADDRESSES) {
      const data = { [field]: email, name: "Ana", password: PASSWORD };
      const answer = await request.post(lab.app + endpoint, { headers: OURS, data });
      const { error, fields } = await answer.json();
      expect([name, answer.status(), error]).toEqual([name, 422, "WrongField"]);
      expect(fields.email, name).toMatch(/^Escribe/);
    }
    expect((await lab.inbox.all()).length).toBe(before);
  });

test("a person whose form is refused is led back to its page, with what was typed but the password", async ({
  lab,
  browser,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${lab.app}/registro`);
  await page.evaluate(() => document.querySelector("form")?.setAttribute("novalidate", ""));
  await page.getByLabel("Nombre").fill("Ana");
  await page.getByLabel("Correo electrónico").fill("ana@@ejemplo.com");
  await page.getByLabel("Contraseña", { exact: true }).fill("corta");
  await page.getByRole("button", { name: "Crear cuenta" }).click();
  await expect(page).toHaveURL(`${lab.app}/registro`);
  await expect(page.getByLabel("Nombre")).toHaveValue("Ana");
  await expect(page.getByLabel("Correo electrónico")).toHaveValue("ana@@ejemplo.com");
  await expect(page.getByLabel("Contraseña", { exact: true })).toHaveValue("");
  await expect(page.getByText("Escribe un solo correo.").first()).toBeVisible();
  await context.close();
});

test("an address to go on to is of this origin, or dropped", async ({ lab, address, person }) => {
  await person({ email: address });
  const led: Record<string, string> = {};
  for (const callbackUrl of [
    "/facturas?x=1",
    "//evil.example",
    "/\\evil.example",
    "https:evil.example",
    "https://evil.example/",
    `${lab.app}@evil.example/`,
    "/%2F/evil.example",
    "/api/auth/signout",
    "/login",
    "javascript:alert(1)",
  ]) {
    const program = await Program.at(lab.app);
    const answer = await program.post("/api/auth/callback/credentials", {
      email: address,
      password: PASSWORD,
      callbackUrl,
    });
    const { pathname, search, origin } = new URL((await answer.json()).url);
    led[callbackUrl] = origin === lab.app ? pathname + search : origin;
  }
  expect(Object.values(led)).toEqual(["/facturas?x=1", ...Array(9).fill("/cuenta")]);
});

test("a path that cannot be read, a foreign Host, a method nobody knows", async ({ lab }) => {
  const raw = (path: string, method = "GET", headers = {}) =>
    new Promise<{ status: number; location: string }>((resolve, reject) => {
      const { hostname, port } = new URL(lab.app);
      const asked = http({ hostname, port, path, method, headers }, (answer) => {
        answer.resume();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location ?? "" });
      });
      asked.on("error", reject).end();
    });
  expect((await raw("/api/auth/signin/%E0%A4%A")).status).toBe(400);
  expect((await raw("/login%00")).status).toBe(400);
  expect((await raw("/login", "TRACE")).status).toBe(405);
  const forged = { host: "evil.example", "x-forwarded-host": "evil.example" };
  expect((await raw("/cuenta", "GET", forged)).location).not.toContain("evil");
  expect((await raw("/.well-known/nada")).status).toBe(404);
});
