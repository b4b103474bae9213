import { spawn } from "node:child_process";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type PlainAnswer, plainRequest } from "../support/plain-request";
import { freshAddress, inbox } from "../support/unit";
import { ended, healthy, ports, settings } from "./app";
import { builtCopy } from "./copy";
import { stopAtEnd } from "./program";

// A build for a serverless host, served by `next start` alone, as a platform does: without our server, and where the proxy
// would be a function.

let origin = "";

beforeAll(async () => {
  const [port = 0] = await ports(1, 7);
  origin = `http://localhost:${port}`;
  const env = {
    ...settings(port, { NEXTAUTH_URL: origin, TRUSTED_PROXY_HOPS: "1" }),
    VERCEL: "1",
    NODE_ENV: "production",
  };
  const copy = builtCopy("documents", { env });
  const { PATH, HOME } = process.env;
  const next = join(copy, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "start", "--port", String(port)], {
    cwd: copy,
    env: { PATH, HOME, ...env } as unknown as NodeJS.ProcessEnv,
    stdio: ["ignore", "ignore", "inherit"],
  });
  stopAtEnd({ stop: () => ended(child, "SIGKILL").then(() => undefined) });
  await healthy(port, child);
});

const BROWSER = { accept: "text/html,*/*", "sec-fetch-mode": "navigate" };
const get = (path: string, headers: Record<string, string> = {}) =>
  plainRequest(origin + path, { ...BROWSER, ...headers });
const name = (kind: string) => `ingreso-${new URL(origin).port}.${kind}`;
const langOf = ({ body }: PlainAnswer) => /<html lang="([^"]+)"/.exec(body.toString())?.[1];
/** The proxy gives each request that it sees an id. */
const isFile = ({ headers }: PlainAnswer) => headers["x-request-id"] === undefined;

describe("on a serverless host, a page that is the same for everybody", () => {
  it.each(["/login", "/login/correo", "/registro", "/recuperar"])(
    "is a file, guarded as any page: %s",
    async (path) => {
      const portuguese = { "accept-language": "pt-BR,pt;q=0.9,en;q=0.8" };
      const answer = await get(path, portuguese);
      expect([answer.status, isFile(answer)]).toEqual([200, true]);
      expect(answer.headers["content-type"]).toMatch(/^text\/html; charset=utf-8$/i);
      expect(answer.headers["content-security-policy"]).toMatch(/script-src 'self';/);
      expect(answer.headers["content-language"]).toBe("pt-BR");
      expect(answer.headers["referrer-policy"]).toBeTruthy();
      expect([langOf(answer), answer.body.includes('action="')]).toEqual(["pt-BR", true]);
      const { etag = "" } = answer.headers;
      expect((await get(path, { ...portuguese, "if-none-match": etag })).status).toBe(304);
    },
  );

  it("is compressed for who takes it so, and as it is for others", async () => {
    const plain = await get("/login", { "accept-encoding": "br, gzip;q=0" });
    for (const accepted of ["gzip, deflate, br", "gzip;q=0.5"]) {
      const answer = await get("/login", { "accept-encoding": accepted });
      expect(isFile(answer)).toBe(true);
      expect(answer.headers).toMatchObject({
        "content-encoding": "gzip",
        vary: expect.stringContaining("accept-encoding"),
      });
      expect(answer.headers["content-type"]).toMatch(/^text\/html; charset=utf-8$/i);
      expect(gunzipSync(answer.body).equals(plain.body)).toBe(true);
      expect(answer.headers.etag).not.toBe(plain.headers.etag);
    }
    expect([isFile(plain), plain.headers["content-encoding"]]).toEqual([true, undefined]);
  });

  it.each([
    ["nothing", {}, "es"],
    ["the first language of the browser", { "accept-language": "en-US,en;q=0.9,es;q=0.8" }, "en"],
    ["the cookie", { "accept-language": "en", cookie: "$.language=pt-BR" }, "pt-BR"],
  ])("speaks by %s", async (_, headers: Record<string, string>, language) => {
    const cookie = headers.cookie?.replace("$.language", name("language"));
    const answer = await get("/login", { ...headers, ...(cookie && { cookie }) });
    expect([isFile(answer), langOf(answer)]).toEqual([true, language]);
  });

  it("says which way in was used last", async () => {
    const answer = await get("/login", {
      cookie: `${name("last")}=google`,
      "accept-language": "es",
    });
    expect([isFile(answer), answer.body.includes('id="ultimo"')]).toEqual([true, true]);
  });

  it.each([
    ["a session", { cookie: "session" }, ""],
    ["an answer to a form", { cookie: "form" }, ""],
    ["an error", {}, "?error=CredentialsSignin"],
    ["a callback URL", {}, "?callbackUrl=/cuenta"],
    ["a program that reads it", { accept: "*/*" }, ""],
  ])("is made for one request by %s", async (_, headers: Record<string, string>, query) => {
    const cookie = headers.cookie && `${name(headers.cookie)}=x`;
    const answer = await get(`/login${query}`, { ...headers, ...(cookie && { cookie }) });
    expect([answer.status, isFile(answer)]).toEqual([200, false]);
  });

  it("is made where no rule is sure of the language", async () => {
    const unsure = { "accept-language": "fr,en;q=0.8", "accept-encoding": "gzip" };
    const answer = await get("/login", unsure);
    expect([answer.status, langOf(answer)]).toEqual([200, "en"]);
    expect(answer.headers["content-encoding"]).toBeUndefined();
    expect(answer.headers["content-security-policy"]).toMatch(/script-src 'self';/);
  });

  it("has a form that works: a browser without cookies is asked once more, and with one it is done", async () => {
    const address = freshAddress();
    const asks = "/api/auth/signin/email";
    const post = (path: string, headers: Record<string, string> = {}) =>
      plainRequest(
        origin + path,
        { ...BROWSER, "sec-fetch-site": "same-origin", ...headers },
        "POST",
        { csrfToken: "", email: address },
      );
    const asked = await post(asks);
    expect([asked.status, asked.headers.location]).toEqual([307, "?otra-vez"]);
    const again = `${asks}?otra-vez`;
    expect((await post(again)).headers.location).toContain("error=CookiesRefused");
    const [cookie = ""] = (asked.headers["set-cookie"]?.[0] ?? "").split(";");
    const sent = await post(again, { cookie });
    expect([sent.status, sent.headers.location]).toEqual([303, "/login/correo/enviado"]);
    await vi.waitUntil(async () => (await inbox.mails(address)).length === 1, 10_000);
  });

  it("takes no other method", async () => {
    expect((await plainRequest(`${origin}/login`, BROWSER, "POST", {})).status).toBe(405);
  });
});
