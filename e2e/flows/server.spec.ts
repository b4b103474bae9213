import { readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { ROOT } from "@/local/root";
import { exchange } from "../fuzz/wire";
import { expect, test } from "../support/fixtures";

// What server.ts makes of sockets that no browser would open like that.

/** in milliseconds: the deadlines of server.ts, and a moment for a busy machine */
const HEAD_GONE_BY = 13_000;
const BODY_GONE_BY = 18_000;
const SLOW_CLIENTS = 100;

const portOf = (app: string) => Number(new URL(app).port);
const send = (app: string, text: string, end = false) =>
  exchange({ port: portOf(app), bytes: Buffer.from(text, "latin1"), end, patience: 10_000 });
const get = (path: string, more = "") =>
  `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n${more}\r\n`;
const post = (more: string, body: string) =>
  `POST /api/auth/signout HTTP/1.1\r\nhost: x\r\nsec-fetch-site: same-origin\r\n${more}\r\n\r\n${body}`;
test("who sends far too much reads that it is too much", async ({ lab, request }) => {
  const headers = { accept: "application/json", "sec-fetch-site": "same-origin" };
  for (let n = 0; n < 5; n += 1) {
    const form = { email: "a".repeat(5_000_000) };
    const answer = await request.post(`${lab.app}/api/auth/signin/email`, { headers, form });
    expect([answer.status(), await answer.json()]).toEqual([
      413,
      { error: "TooBig", message: "Lo que enviaste es demasiado grande." },
    ]);
  }
});

test("a request to become something else is an ordinary one", async ({ lab }) => {
  const asking = "host: x\r\nupgrade: websocket\r\nconnection: upgrade, close\r\n";
  const upgrade = (path: string) => send(lab.app, `GET ${path} HTTP/1.1\r\n${asking}\r\n`);
  expect((await upgrade("/login")).status).toBe(200);
  expect((await upgrade("/nada")).status).toBe(404);
  expect((await upgrade("//evil.example")).status).toBe(400);
});

test("a connection that asks for more than it takes is closed", async ({ lab }) => {
  const socket = open(lab.app);
  socket.write("GET /icon.svg HTTP/1.1\r\nhost: x\r\n\r\n".repeat(400));
  await new Promise((resolve) => socket.once("close", resolve));
});

test("a path that would be a header is none", async ({ lab }) => {
  const { status, headers } = await send(lab.app, get("/login%0d%0aset-cookie:%20evil=1"));
  expect(status).toBe(404);
  expect(JSON.stringify(headers)).not.toContain("evil");
});

test("where nothing is, every method hears that nothing is there", async ({ lab, request }) => {
  const headers = { accept: "application/json", "sec-fetch-site": "same-origin" };
  for (const path of ["/nada", "/registro/nada", "/cuenta/perfil", "/api/nada", "/api/auth/nada"])
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(lab.app + path, {
        method,
        headers,
        data: "email=a%40b.co",
      });
      const said = [path, method, answer.status(), await answer.json()];
      expect(said).toMatchObject([path, method, 404, { error: "NotFound" }]);
    }
  for (const path of ["/nada", "/.well-known/nada", "/api/nada"]) {
    const answer = await request.get(lab.app + path, { headers });
    expect([path, answer.status(), await answer.json()]).toMatchObject([
      path,
      404,
      { error: "NotFound" },
    ]);
  }
});

test("every page is shown for GET alone, and a 404 has the headers of a page", async ({
  lab,
  request,
}) => {
  for (const path of [
    "/login",
    "/registro/verificar",
    "/recuperar/nueva",
    "/cuenta/confirmar",
    "/cuenta/confirm%61r",
  ])
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(lab.app + path, { method, maxRedirects: 0 });
      const said = [path, method, answer.status(), answer.headers().allow];
      expect(said).toEqual([path, method, 405, "GET, HEAD"]);
    }
  for (const path of [
    "/nada",
    "/indisponible",
    "/_next/nada",
    "/api/healthy",
    "/icon.svgx",
    "/login%5c",
  ]) {
    const answer = await request.get(lab.app + path);
    expect([path, answer.status()]).toEqual([path, 404]);
    const { "content-type": type = "", "content-security-policy": policy = "" } = answer.headers();
    expect([
      path,
      type.startsWith("text/plain") || policy.includes("frame-ancestors 'none'"),
    ]).toEqual([path, true]);
  }
});

test("a pipeline is answered in its order", async ({ lab }) => {
  const asked = ["/api/auth/csrf", "/api/auth/session", "/api/auth/providers"];
  const bytes = asked.map(
    (path, at) =>
      `GET ${path} HTTP/1.1\r\nhost: x\r\n${at === 2 ? "connection: close\r\n" : ""}\r\n`,
  );
  const socket = open(lab.app);
  socket.write(bytes.join(""));
  const all = await new Promise<string>((resolve) => {
    let received = "";
    socket.on("data", (text) => (received += text)).on("close", () => resolve(received));
  });
  expect(all.match(/HTTP\/1\.1 200/g)).toHaveLength(3);
  expect(
    [all.indexOf("csrfToken"), all.indexOf("{}"), all.indexOf('"google"')].map((at) => at > 0),
  ).toEqual([true, true, true]);
  expect(all.indexOf("csrfToken")).toBeLessThan(all.indexOf('"google"'));
});

/** in seconds: how long Google's balancer keeps a quiet connection to us, the longest of those that cannot be told less */
const KEPT_BY_GOOGLE = 600;

test("slow clients are shown out in time, and nobody notices them, nor a quiet one, meanwhile", async ({
  lab,
  request,
}) => {
  const kept = open(lab.app);
  const answered = () => new Promise<string>((resolve) => kept.once("data", resolve));
  const ask = () => kept.write("GET /api/auth/session HTTP/1.1\r\nhost: x\r\n\r\n");
  ask();
  const [, seconds] = /^keep-alive: timeout=(\d+)/im.exec(await answered()) ?? [];
  expect(Number(seconds)).toBeGreaterThan(KEPT_BY_GOOGLE);
  const began = performance.now();
  const gone = (start: string) =>
    Array.from({ length: SLOW_CLIENTS }, () => {
      const socket = open(lab.app);
      socket.write(start);
      return new Promise<number>((resolve) =>
        socket.once("close", () => resolve(performance.now() - began)),
      );
    });
  const heads = gone("GET /login HTTP/1.1\r\nhost: x\r\nx-slow: ");
  const bodies = gone(
    post("content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000", "email="),
  );
  // and one that never pauses
  const dribbling = open(lab.app);
  dribbling.write("GET /login HTTP/1.1\r\nhost: x\r\nx-slow: ");
  const dribble = setInterval(() => dribbling.write("a"), 500);
  const dribbled = new Promise<number>((resolve) =>
    dribbling.once("close", () => resolve(performance.now() - began)),
  );

  const quick = await request.get(`${lab.app}/login`, { timeout: 5000 });
  expect(quick.status()).toBe(200);

  expect(Math.max(...(await Promise.all([...heads, dribbled])))).toBeLessThan(HEAD_GONE_BY);
  clearInterval(dribble);
  expect(Math.max(...(await Promise.all(bodies)))).toBeLessThan(BODY_GONE_BY);
  ask();
  expect(await answered()).toMatch(/^HTTP\/1\.1 200/);
  kept.destroy();
});

test("who hangs up in the middle leaves nothing behind", async ({ lab, request }) => {
  const half = post(
    "content-type: application/x-www-form-urlencoded\r\ncontent-length: 1000",
    "email=",
  );
  const left = Array.from({ length: SLOW_CLIENTS }, () => {
    const socket = open(lab.app);
    return new Promise<void>((resolve) => {
      socket.once("close", () => resolve());
      socket.write(half, () => socket.destroy());
    });
  });
  await Promise.all(left);
  expect((await request.get(`${lab.app}/api/health`, { timeout: 5000 })).status()).toBe(200);
});

function open(app: string): Socket {
  const socket = connect({ port: portOf(app), host: "127.0.0.1" });
  // it is the other side that ends it, which is only seen by whoever reads
  return socket
    .setEncoding("utf8")
    .on("error", () => undefined)
    .resume();
}

test("a build says by which Next it was made", () => {
  const versionIn = (file: string) => JSON.parse(readFileSync(join(ROOT, file), "utf8")).version;
  const made = versionIn(".next/diagnostics/framework.json");
  expect(made).toBe(versionIn("node_modules/next/package.json"));
});
