import { connect } from "node:net";
import { type Answer, exchange } from "../fuzz/wire";
import { expect, test } from "../support/fixtures";

// What is refused before Next sees it, by our server or by Node's own parser: each with a sentence.

/** in milliseconds: after the deadline of a request that comes too slowly */
const PATIENCE = 18_000;

const send = (app: string, text: string) =>
  exchange({
    port: Number(new URL(app).port),
    bytes: Buffer.from(text, "latin1"),
    patience: PATIENCE,
  });
const get = (path: string, more = "") =>
  `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`;
const post = (more: string, body: string) =>
  `POST /api/auth/signout HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\n${more}\r\n\r\n${body}`;
const SMUGGLED = "GET /api/auth/csrf HTTP/1.1\r\nhost: x\r\n\r\n";

const REFUSED: [name: string, bytes: string, statuses: number[]][] = [
  ["a broken escape", get("/%"), [400]],
  ["an overlong slash", get("/%c0%af"), [400]],
  ["two slashes", get("//evil.example"), [400]],
  ["a backslash", get("/\\evil.example"), [400]],
  ["no address at all", "OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n", [400]],
  ["a server instead of an address", get("evil.example:443"), [400]],
  ["a tunnel", "CONNECT evil.example:443 HTTP/1.1\r\nhost: x\r\n\r\n", [405]],
  ["no host", "GET /login HTTP/1.1\r\n\r\n", [400]],
  ["two hosts", get("/login", "host: y\r\n"), [400]],
  ["HTTP/0.9", "GET /login\r\n\r\n", [400]],
  ["HTTP/2 by prior knowledge", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [400]],
  ["something else altogether", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", [400]],
  ["a NUL in a header", get("/login", "x: a\0b\r\n"), [400]],
  ["a header over two lines", get("/login", "x: a\r\n b\r\n"), [200, 400]],
  ["a head of 33 KiB", get("/login", `x: ${"a".repeat(33 * 1024)}\r\n`), [431]],
  ["an address of 33 KiB", get(`/login?x=${"a".repeat(33 * 1024)}`), [431]],
  ["a head of many lines", get("/login", `x: ${"a".repeat(1000)}\r\n`.repeat(34)), [431]],
  ["a wish that is none of HTTP's", get("/login", "expect: a-miracle\r\n"), [417]],
  ["a router that lies", get("/login", "rsc: 1\r\nnext-router-state-tree: {\r\n"), [400]],
  ["a length that nobody would send", post("content-length: 99999999999", "a"), [413]],
  ["a length that is none", post("content-length: -1", "a"), [400]],
  ["two lengths", post("content-length: 3\r\ncontent-length: 4", "abc"), [400]],
  [
    "length and chunks",
    post("content-length: 5\r\ntransfer-encoding: chunked", `0\r\n\r\n${SMUGGLED}`),
    [400],
  ],
  [
    "chunks under a name with a space",
    post("transfer-encoding : chunked\r\ncontent-length: 5", `0\r\n\r\n${SMUGGLED}`),
    [400],
  ],
  ["chunks of an unknown kind", post("transfer-encoding: xchunked", `0\r\n\r\n${SMUGGLED}`), [400]],
  [
    "chunks twice",
    post("transfer-encoding: chunked\r\ntransfer-encoding: identity", `0\r\n\r\n${SMUGGLED}`),
    [400],
  ],
  [
    "a chunk of no size",
    post("transfer-encoding: chunked\r\nconnection: close", "zz\r\nabc\r\n0\r\n\r\n"),
    [400],
  ],
];

const PROGRAM = "\r\nAccept: text/plain, Application/JSON;q=0.9\r\n";

/**
 * The same request, of a program: the line goes in front of the others, and behind them. Of a head that is too long the server knows
 * but the packet with which it became so, and the network may cut it anywhere.
 */
const ofProgram = (bytes: string) =>
  bytes.replace("\r\n\r\n", `${PROGRAM}\r\n`).replace("\r\n", PROGRAM);

/** Where no line of a head can be said in front. */
const UNSAID = ["HTTP/0.9", "HTTP/2 by prior knowledge", "something else altogether"];

const said = ({ status, headers, body, timedOut }: Answer) => {
  const header = new Map(headers);
  return {
    ...{ status, body, timedOut, type: header.get("content-type") },
    connection: header.get("connection"),
    ours: [
      header.get("x-content-type-options"),
      header.get("cache-control"),
      /frame-ancestors 'none'/.test(header.get("content-security-policy") ?? ""),
      header.has("date"),
      header.get("content-length") === String(Buffer.byteLength(body)),
    ],
  };
};
const OURS = ["nosniff", "private, no-store, no-transform", true, true, true];
const SENTENCE = /^[A-ZÁÉÍÓÚ][^<>{}]*\.$/;

for (const [name, bytes, statuses] of REFUSED)
  test(`${name} is refused with a sentence, and nothing behind it is answered`, async ({ lab }) => {
    const person = said(await send(lab.app, bytes));
    expect(statuses).toContain(person.status);
    expect(person.body).not.toContain("csrfToken");
    if (person.status === 200) return;
    expect(person).toMatchObject({
      type: "text/plain; charset=utf-8",
      body: expect.stringMatching(SENTENCE),
      connection: "close",
      timedOut: false,
      ours: OURS,
    });
    if (UNSAID.includes(name)) return;
    const program = said(await send(lab.app, ofProgram(bytes)));
    expect({ ...program, body: JSON.parse(program.body) }).toEqual({
      ...{ ...person, type: "application/json" },
      body: { error: expect.stringMatching(/^[A-Z][A-Za-z]+$/), message: person.body },
    });
  });

test("a refusal names its kind", async ({ lab }) => {
  const kinds: [bytes: string, status: number, error: string][] = [
    [get("/%"), 400, "Malformed"],
    [get("/login", "x: a\0b\r\n"), 400, "Malformed"],
    [get("/login", `x: ${"a".repeat(33 * 1024)}\r\n`), 431, "TooBig"],
    ["TRACE /login HTTP/1.1\r\nhost: x\r\n\r\n", 405, "WrongMethod"],
    ["CONNECT x:443 HTTP/1.1\r\nhost: x\r\n\r\n", 405, "WrongMethod"],
  ];
  for (const [bytes, status, error] of kinds) {
    const answer = await send(lab.app, ofProgram(bytes));
    expect([answer.status, JSON.parse(answer.body).error]).toEqual([status, error]);
  }
});

test("there is room for a head of nearly 32 KiB, in the address, a cookie or both", async ({
  lab,
}) => {
  const cookie = (bytes: number) => `cookie: x=${"a".repeat(bytes)}\r\n`;
  for (const bytes of [
    get("/login", cookie(31 * 1024)),
    get(`/login?x=${"a".repeat(31 * 1024)}`),
    get(`/login?x=${"a".repeat(15 * 1024)}`, cookie(15 * 1024)),
    get("/api/auth/csrf", cookie(31 * 1024)),
  ])
    expect((await send(lab.app, bytes)).status).toBe(200);
});

test("what comes too slowly is told so, and who says nothing is told nothing", async ({ lab }) => {
  const body = post("accept: application/json\r\ncontent-length: 9", "email=");
  const [head, form, silent] = await Promise.all([
    send(lab.app, "GET /login HTTP/1.1\r\nhost: x\r\nx-slow: "),
    send(lab.app, body),
    send(lab.app, ""),
  ]);
  expect(said(head)).toMatchObject({ status: 408, connection: "close", ours: OURS });
  expect(head.body).toMatch(SENTENCE);
  expect(said(form)).toMatchObject({ status: 408, connection: "close", ours: OURS });
  expect(JSON.parse(form.body)).toEqual({ error: "TooSlow", message: head.body });
  expect([silent.status, silent.body, silent.timedOut]).toEqual([0, "", false]);
});

test("what cannot be read does not take the place of an answer that is owed", async ({ lab }) => {
  const socket = connect({ port: Number(new URL(lab.app).port), host: "127.0.0.1" });
  socket.setEncoding("utf8").on("error", () => undefined);
  socket.write("GET /api/auth/csrf HTTP/1.1\r\nhost: x\r\n\r\nnonsense\r\n\r\n");
  const all = await new Promise<string>((resolve) => {
    let received = "";
    socket.on("data", (text) => (received += text)).on("close", () => resolve(received));
  });
  expect(all.match(/HTTP\/1\.1 \d{3}/g)).toEqual(["HTTP/1.1 200", "HTTP/1.1 400"]);
  expect(all.indexOf("csrfToken")).toBeLessThan(all.indexOf("HTTP/1.1 400"));
});

test("who still writes reads the refusal", async ({ lab }) => {
  for (let n = 0; n < 5; n += 1) {
    const answer = await send(lab.app, get("/login", `x: ${"a".repeat(2 * 1024 * 1024)}\r\n`));
    expect([n, answer.status]).toEqual([n, 431]);
  }
});
