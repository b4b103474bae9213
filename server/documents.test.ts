import { existsSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { buildAssets } from "@/commands/build/assets";
import { renderDocument } from "@/components/document/documents";
import { plainRequest } from "@/e2e/support/plain-request";
import { tell } from "@/e2e/support/unit/settings";
import { ASSETS_LIST } from "@/lib/config/assets";
import { cookieName } from "@/lib/http/cookies";
import { newRequestId } from "@/lib/log/request-id";
import { answersDocument } from "./documents";
import { forReaderOf } from "./reader";

vi.mock("@/components/document/documents", { spy: true });

const HERE = { NEXTAUTH_URL: "http://localhost:3000", NODE_ENV: "test" };
let server: Server;

beforeAll(async () => {
  if (!existsSync(ASSETS_LIST)) await buildAssets();
  server = createServer((asked, response) =>
    forReaderOf(asked, () => {
      if (!answersDocument(asked, response, newRequestId())) response.writeHead(299).end("Next");
    }),
  );
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
});
afterAll(() => server.close());
afterEach(() => tell({ ...HERE, LANGUAGES: "", GOOGLE_CLIENT_ID: "", GOOGLE_CLIENT_SECRET: "" }));

const ask = (path: string, headers: Record<string, string> = {}, method = "GET") =>
  plainRequest(
    `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    headers,
    method,
  );

const html = async (path: string, headers = {}) => (await ask(path, headers)).body.toString();
const named = (kind: Parameters<typeof cookieName>[0], value: string) => ({
  cookie: `${cookieName(kind)}=${value}`,
});

describe("a page that is the same for everybody", () => {
  it("is sent as its reader can take it, and weighs as much", async () => {
    const plain = await ask("/login");
    expect(plain.headers["content-length"]).toBe(String(plain.body.length));
    const gzipped = await ask("/login", { "accept-encoding": "gzip, deflate" });
    const brotli = await ask("/login", { "accept-encoding": "gzip, deflate, br, zstd" });
    expect(gzipped.headers["content-encoding"]).toBe("gzip");
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(gunzipSync(gzipped.body)).toEqual(plain.body);
    expect(brotliDecompressSync(brotli.body)).toEqual(plain.body);
    const any = await ask("/login", { "accept-encoding": "*" });
    expect(any.headers["content-encoding"]).toBe("br");
    const none = await ask("/login", { "accept-encoding": "br;q=0, gzip;q=0" });
    expect([none.headers["content-encoding"], none.body]).toEqual([undefined, plain.body]);
  });

  it("is not sent to who has it still, and its head is that of the whole", async () => {
    const { headers } = await ask("/login", { "accept-encoding": "gzip" });
    const { etag = "" } = headers;
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const same = await ask("/login", { "accept-encoding": "gzip", "if-none-match": known });
      expect([same.status, same.body.length, same.headers.etag]).toEqual([304, 0, etag]);
      for (const name of ["cache-control", "vary", "content-security-policy"])
        expect(same.headers[name]).toBe(headers[name]);
      expect(same.headers["content-length"]).toBeUndefined();
    }
    const other = await ask("/login", { "accept-encoding": "gzip", "if-none-match": '"other"' });
    expect(other.status).toBe(200);
    const head = await ask("/login", { "accept-encoding": "gzip" }, "HEAD");
    expect([head.status, head.body.length]).toEqual([200, 0]);
    for (const name of ["content-length", "content-encoding", "content-type", "etag"])
      expect(head.headers[name]).toBe(headers[name]);
  });

  it("plants a cookie where there is none, and is kept by its browser alone", async () => {
    const { headers } = await ask("/login");
    expect(headers["set-cookie"]?.[0]).toMatch(/csrf=.*HttpOnly/);
    const [cookie = ""] = (headers["set-cookie"]?.[0] ?? "").split(";");
    expect((await ask("/login", { cookie })).headers["set-cookie"]).toBeUndefined();
    expect(headers["cache-control"]).toBe("private, no-cache, no-transform");
    expect(headers.vary).toContain("cookie");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    const again = await ask("/login");
    expect(again.headers["x-request-id"]).toMatch(/^[\da-f]{12}$/);
    expect(again.headers["x-request-id"]).not.toBe(headers["x-request-id"]);
    expect(headers["content-security-policy"]).toContain("script-src 'self';");
  });

  it("speaks its reader's language, and marks the way in that was used last", async () => {
    const lang = async (headers = {}) =>
      /lang="([^"]+)"/.exec(await html("/registro", headers))?.[1];
    expect(await lang()).toBe("es");
    expect(await lang({ "accept-language": "fr, en;q=0.5" })).toBe("en");
    expect(await lang({ "accept-language": "en", ...named("language", "pt-BR") })).toBe("pt-BR");
    expect(await html("/login", named("last", "email"))).toContain('id="ultimo"');
    expect(await html("/login", named("last", "telepathy"))).not.toContain('id="ultimo"');
    expect(await html("/recuperar", named("last", "email"))).not.toContain('id="ultimo"');
  });

  it("that cannot be made says so without what is wrong, and is made anew for the next", async () => {
    const path = "/recuperar";
    const reader = { ...named("language", "pt-BR"), "accept-encoding": "gzip" };
    vi.mocked(renderDocument).mockRejectedValueOnce(new Error("its insides"));
    const failed = await ask(path, reader);
    expect([failed.status, failed.headers["cache-control"], failed.headers.etag]).toEqual([
      500,
      "private, no-store, no-transform",
      undefined,
    ]);
    expect(failed.headers.vary).toContain("accept-encoding");
    expect(failed.headers["x-request-id"]).toMatch(/^[\da-f]{12}$/);
    const said = gunzipSync(failed.body).toString();
    expect(said).toContain('lang="pt-BR"');
    expect(said).not.toContain("insides");
    expect((await ask(path, reader)).status).toBe(200);
  });

  it("is where a form without fields leads", async () => {
    expect(await html("/login/correo?")).toBe(await html("/login/correo"));
  });

  it.each<[string, string, Record<string, string>, string]>([
    ["a session", "/login", { cookie: "session" }, "GET"],
    ["an answer to a form", "/registro", { cookie: "form" }, "GET"],
    ["what stands in the address", "/login?callbackUrl=/cuenta", {}, "GET"],
    ["another page", "/login/link", {}, "GET"],
    ["a page below", "/login/", {}, "GET"],
    ["a program", "/login", { accept: "application/json" }, "GET"],
    ["a script", "/login", { "sec-fetch-mode": "cors" }, "GET"],
    ["another method", "/login", {}, "POST"],
  ])("is Next's by %s", async (_, path, headers, method) => {
    const sent = headers.cookie
      ? named(headers.cookie as Parameters<typeof cookieName>[0], "x")
      : headers;
    expect((await ask(path, sent, method)).status).toBe(299);
  });
});
