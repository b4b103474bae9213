import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { request as https } from "node:https";
import { join } from "node:path";
import { type APIRequestContext, request } from "@playwright/test";
import { beforeAll, describe, expect, it } from "vitest";
import { tokenIn } from "../lab/program";
import { database, freshAddress, inbox } from "../unit";
import { app, ports } from "./app";
import { folder, serve } from "./program";
import { block } from "./readme";
import { tools } from "./tools";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const OURS = { accept: "application/json", "sec-fetch-site": "same-origin" };
const here = folder("nginx");
let origin = "";
let plain = "";
let browser: APIRequestContext;
let printed = () => "";

beforeAll(async () => {
  const [appPort = 0, tls = 0, http = 0] = await ports(3);
  origin = `https://localhost:${tls}`;
  plain = `http://localhost:${http}`;
  certificate();
  writeFileSync(join(here, "nginx.conf"), configuration({ appPort, tls, http }));
  const running = await app(appPort, { NEXTAUTH_URL: origin, TRUSTED_PROXY_HOPS: "1" });
  printed = running.printed;
  await serve([tools.nginx, "-c", join(here, "nginx.conf"), "-g", "daemon off;"], tls);
  browser = await request.newContext({
    baseURL: origin,
    ignoreHTTPSErrors: true,
    extraHTTPHeaders: OURS,
  });
});

describe("behind nginx, by the README's server block", () => {
  it("a link goes its whole way, over https alone", async () => {
    const address = freshAddress();
    const asked = await browser.post("/api/auth/signin/email", { form: { email: address } });
    expect(asked.status()).toBe(200);
    const mail = await inbox.wait(address);
    expect(mail.links.every((link) => link.startsWith(`${origin}/`))).toBe(true);

    await register(address, mail);
    const again = await nextLink(address, mail.id);
    const opened = await browser.get(new URL(again.links[0] ?? "").href);
    expect(opened.status()).toBe(200);
    expect(opened.headers()["strict-transport-security"]).toMatch(/^max-age=31536000/);
    const used = await browser.post("/api/auth/callback/email", {
      form: { token: tokenIn(again) },
    });
    expect(used.status()).toBe(200);
    expect((await (await browser.get("/api/auth/session")).json()).user.email).toBe(address);
    const { cookies } = await browser.storageState();
    expect(cookies.find(({ name }) => name === "__Host-ingreso.session")).toMatchObject({
      secure: true,
      httpOnly: true,
      sameSite: "Lax",
    });
    for (const token of [tokenIn(mail), tokenIn(again)])
      for (const log of [nginxLog("ingreso.log"), nginxLog("ingreso.error.log"), printed()])
        expect(log).not.toContain(token);
    expect(nginxLog("ingreso.log")).toContain('"GET /login/link" 200');
  });

  it("who asks is whom nginx sees, whatever a visitor says of himself", async () => {
    const address = freshAddress();
    const { status } = await from("127.1.2.3", "/api/auth/signin/email", `email=${address}`, {
      "x-forwarded-for": "203.0.113.9, 198.51.100.7",
      "x-forwarded-host": "evil.example",
      "x-real-ip": "203.0.113.9",
    });
    expect(status).toBe(200);
    const [row] = await database.sql<{ network: string }>(
      'select network from "OneTimeToken" where address = $1',
      [address],
    );
    expect(row?.network).toBe("127.1.2.0/24");
    expect((await inbox.wait(address)).links[0]).toMatch(new RegExp(`^${origin}/`));
  });

  it("a foreign Host changes no link", async () => {
    const address = freshAddress();
    const host = { host: "evil.example" };
    await from("127.0.0.1", "/api/auth/signin/email", `email=${address}`, host);
    expect((await inbox.wait(address)).links[0]).toMatch(new RegExp(`^${origin}/`));
  });

  it.each([
    ["a body that the app refuses", `email=${"a".repeat(20_000)}`],
    ["a body that nginx refuses", `email=${"a".repeat(100_000)}`],
  ])("%s is too big", async (_, body) => {
    expect((await from("127.0.0.1", "/api/auth/signin/email", body)).status).toBe(413);
  });

  it.each(["/%", "/%c0%ae", "/login/%zz"])("%s is no path", async (path) => {
    expect((await from("127.0.0.1", path, "")).status).toBe(400);
  });

  it("plain http is led to https, and security.txt names the public origin", async () => {
    const led = await fetch(`${plain}/login?a=b`, { redirect: "manual" });
    expect(led.status).toBe(301);
    expect(led.headers.get("location")).toBe("https://localhost/login?a=b");
    const txt = await browser.get("/.well-known/security.txt");
    expect(txt.headers()["content-type"]).toBe("text/plain; charset=utf-8");
    expect(await txt.text()).toContain(`Canonical: ${origin}/.well-known/security.txt`);
  });
});

/** The first link of somebody unknown leads to `/registro`, verified. */
async function register(address: string, mail: { links: string[] }): Promise<void> {
  const form = { token: tokenIn(mail), name: "Ana", email: address };
  const made = await browser.post("/registro/crear", { form });
  if (!made.ok()) throw new Error(await made.text());
  await browser.post("/api/auth/signout");
}

async function nextLink(address: string, after: number) {
  await database.age("61 seconds");
  const asked = await browser.post("/api/auth/signin/email", { form: { email: address } });
  if (!asked.ok()) throw new Error(await asked.text());
  return inbox.wait(address, after);
}

/** A POST as a program on a machine with that address sends it. */
function from(localAddress: string, path: string, body: string, headers = {}) {
  const { port } = new URL(origin);
  return new Promise<{ status: number }>((resolve, reject) => {
    const posting = https(
      {
        ...{ host: "127.0.0.1", port, path, method: "POST", localAddress },
        ...{ rejectUnauthorized: false, servername: "localhost" },
        headers: { ...FORM, ...OURS, "content-length": body.length, ...headers },
      },
      (response) => {
        response.resume();
        resolve({ status: response.statusCode ?? 0 });
      },
    );
    posting.once("error", reject);
    posting.end(body);
  });
}

function nginxLog(name: string): string {
  return readFileSync(join(here, name), "utf8");
}

/** The README's block on this machine's ports and paths; what stands around it is what Debian's own file has. */
function configuration({ appPort, tls, http }: { appPort: number; tls: number; http: number }) {
  const ours = block("nginx", "upstream ingreso")
    .replaceAll("listen 443", `listen 127.0.0.1:${tls}`)
    .replaceAll("listen 80", `listen 127.0.0.1:${http}`)
    .replaceAll("127.0.0.1:3000", `127.0.0.1:${appPort}`)
    .replaceAll("/etc/letsencrypt/live/ingreso.example.com", here)
    .replaceAll("/var/log/nginx", here)
    .replaceAll("ingreso.example.com", "localhost");
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${here}/${name};`)
    .join(" ");
  return `pid ${here}/nginx.pid; error_log ${here}/main.log; worker_processes 1;
    events { worker_connections 256; }
    http { ${temporary} ${ours} }`;
}

function certificate(): void {
  const subject = ["-subj", "/CN=localhost", "-days", "2", "-nodes"];
  const files = ["-keyout", join(here, "privkey.pem"), "-out", join(here, "fullchain.pem")];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
  execFileSync("openssl", ["req", "-x509", ...key, ...subject, ...files], { stdio: "ignore" });
}
