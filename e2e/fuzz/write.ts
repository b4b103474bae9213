import { createHash } from "node:crypto";
import type { CookieKind } from "@/lib/http/cookies";
import { Cookies } from "@/testing/cookies";
import { damaged, type Value } from "./hostile";
import { COOKIES, FORM, type Fuzzed } from "./request";
import { PASSWORD_SECRET, type Person } from "./world";

/** What a request is written down with: its person, the cookies of this lab, and where it comes from. */
export type Around = {
  person: Person;
  /** name of a cookie of ours */
  cookieName: (kind: CookieKind) => string;
  /** the lab's own: a csrf cookie, and one of each kind that was given for something else */
  jar: Cookies;
  origin: string;
  /** what the proxy in front says of the socket */
  ip: string;
};

/** The bytes of a request, and whether they are all there will be. */
export function written(request: Fuzzed, around: Around): { bytes: Buffer; end: boolean } {
  const { person } = around;
  const textOf = (one: Value) => ("text" in one ? one.text : damaged(person[one.of], one.damage));
  const fields = request.fields.map(([key, one]): [string, string] => [
    key,
    // a wrong password is to be known again wherever it comes up
    key === "password" && "text" in one ? one.text + PASSWORD_SECRET : textOf(one),
  ]);
  if (request.proof === "token") fields.push(["csrfToken", person.csrf]);
  const body = bodyOf(request.body, fields);
  const query = request.query
    .map(([key, one]) => `${escaped(key)}=${escaped(textOf(one))}`)
    .concat(request.rawQuery || [], request.tree === undefined ? [] : `_rsc=${rsc(request.tree)}`);
  const target = request.path + (query.length > 0 ? `?${query.join("&")}` : "");
  const cookies = new Cookies(around.jar);
  cookies.set(around.cookieName("asked"), person.browser);
  if (request.signedIn) cookies.set(around.cookieName("session"), person.session);
  for (const [key, one] of request.cookies)
    if (COOKIES.includes(key as CookieKind))
      cookies.set(around.cookieName(key as CookieKind), escaped(textOf(one)));
    else cookies.set(key, textOf(one));

  const headers: [string, string][] = [
    ["host", new URL(around.origin).host],
    ["connection", "close"],
    ["accept", request.program ? "application/json" : "text/html"],
    ...proofOf(request.proof, around.origin),
    ["cookie", cookies.header],
    ...(request.type.length > 0 ? request.type : typeOf(request.body)).map(
      (type): [string, string] => ["content-type", type],
    ),
    ...request.headers,
    ...routerOf(request.tree),
    ["x-forwarded-for", around.ip],
  ];
  const { lines, payload, end } = framed(request.framing, body, request.method);
  const head = [
    `${request.method} ${onWire(target)} HTTP/1.1`,
    ...[...headers, ...lines].map(([key, one]) => `${key}: ${one.replace(/[\r\n]/g, " ")}`),
  ];
  return { bytes: Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), payload]), end };
}

function routerOf(tree: string | undefined): [string, string][] {
  if (tree === undefined) return [];
  return [
    ["rsc", "1"],
    ["next-router-state-tree", tree],
  ];
}

/** Without this, Next leads on to the address that has it, and looks no further. */
function rsc(tree: string): string {
  const digest = createHash("sha256").update(`0,0,${tree},0`).digest();
  return digest.subarray(0, 12).toString("base64url");
}

const escaped = (text: string) => encodeURIComponent(Buffer.from(text).toString());
/** A space or a line break would end the line early; everything else goes as it is, in raw UTF-8. */
const onWire = (target: string) => target.replace(/[ \r\n]/g, "+");

function bodyOf(kind: Fuzzed["body"], fields: [string, string][]): Buffer {
  switch (kind) {
    case "form":
      return Buffer.from(fields.map(([key, one]) => `${escaped(key)}=${escaped(one)}`).join("&"));
    case "raw form":
      return Buffer.from(fields.map(([key, one]) => `${key}=${one}`).join("&"));
    case "latin1":
      return Buffer.from(fields.map(([key, one]) => `${key}=${one}ñ`).join("&"), "latin1");
    case "json":
      return Buffer.from(
        `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`).join(",")}}`,
      );
    case "json of other types": {
      const types = [
        (one: string) => [one],
        () => null,
        () => 7,
        (one: string) => ({ [one.slice(0, 99)]: one }),
        () => true,
      ];
      return Buffer.from(
        JSON.stringify(
          Object.fromEntries(
            fields.map(([key, one], at) => [key, types[(key.length + at) % types.length]?.(one)]),
          ),
        ),
      );
    }
    case "multipart":
      return Buffer.from(
        `${fields.map(([key, one]) => `--x\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${one}\r\n`).join("")}--x--\r\n`,
      );
    case "none":
      return Buffer.alloc(0);
  }
}

function typeOf(kind: Fuzzed["body"]): string[] {
  if (kind === "none") return [];
  if (kind === "multipart") return ["multipart/form-data; boundary=x"];
  return [kind.startsWith("json") ? "application/json" : FORM];
}

function proofOf(proof: Fuzzed["proof"], origin: string): [string, string][] {
  switch (proof) {
    case "fetch":
      return [["sec-fetch-site", "same-origin"]];
    case "origin":
      return [["origin", origin]];
    case "cross-site":
      return [["sec-fetch-site", "cross-site"]];
    case "foreign":
      return [["origin", "http://evil.example"]];
    case "null":
      return [["origin", "null"]];
    default:
      return [];
  }
}

type Framed = { lines: [string, string][]; payload: Buffer; end: boolean };

function framed(framing: Fuzzed["framing"], body: Buffer, method: string): Framed {
  const length = (bytes: number): [string, string] => ["content-length", String(bytes)];
  const chunked: [string, string] = ["transfer-encoding", "chunked"];
  const half = Math.ceil(body.length / 2);
  const parts = [body.subarray(0, half), body.subarray(half)].filter((part) => part.length > 0);
  const chunks = Buffer.concat([
    ...parts.flatMap((part) => [
      Buffer.from(`${part.length.toString(16)}\r\n`),
      part,
      Buffer.from("\r\n"),
    ]),
    Buffer.from("0\r\n\r\n"),
  ]);
  const whole = { payload: body, end: false };
  switch (framing) {
    case "length":
      return { ...whole, lines: body.length > 0 || method === "POST" ? [length(body.length)] : [] };
    case "chunked":
      return { lines: [chunked], payload: chunks, end: false };
    case "shorter":
      return { ...whole, lines: [length(Math.max(0, body.length - 3))] };
    case "longer":
      return { ...whole, lines: [length(body.length + 9)], end: true };
    case "both":
      return { lines: [length(body.length), chunked], payload: chunks, end: true };
    case "twice":
      return { ...whole, lines: [length(body.length), length(body.length + 1)], end: true };
    case "bad chunk":
      return { lines: [chunked], payload: Buffer.from("zz\r\nabc\r\n0\r\n\r\n"), end: true };
    case "untold":
      return { ...whole, lines: [], end: true };
  }
}
