import { createServer } from "node:http";
import { request as https } from "node:https";
import { beforeAll, describe, expect, it } from "vitest";
import type { Mail } from "@/testing/inbox/inbox";
import { Program, tokenIn } from "@/testing/program";
import { database, freshAddress, inbox } from "../support/unit";
import { app, ports } from "./app";
import { type Nginx, nginxByReadme } from "./nginx";

const FORM = { "content-type": "application/x-www-form-urlencoded" };
const OURS = { accept: "application/json", "sec-fetch-site": "same-origin" };
let nginx: Nginx;
let origin = "";
/** where the second process is not: nginx is refused there, and asks the first */
let other = 0;
let browser: Program["context"];
let printed = () => "";

beforeAll(async () => {
  const [one = 0, free = 0, tls = 0, http = 0] = await ports(4);
  other = free;
  nginx = nginxByReadme(tls, http, [one, other]);
  origin = nginx.origin;
  const running = await app(one, { NEXTAUTH_URL: origin, TRUSTED_PROXY_HOPS: "1" });
  printed = running.printed;
  await nginx.start();
  browser = (await Program.at(origin)).context;
});

describe("behind nginx, by the server block of docs/deploy.md", () => {
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
      for (const log of [nginx.log("ingreso.log"), nginx.log("ingreso.error.log"), printed()])
        expect(log).not.toContain(token);
    expect(nginx.log("ingreso.log")).toContain('"GET /login/link" 200');
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

  it("a head of 30 KiB goes its way, and a longer one than the app takes is too big", async () => {
    const asked = (kib: number) =>
      from("127.0.0.1", "/api/auth/signin/email", `email=${freshAddress()}`, {
        cookie: `x=${"a".repeat(kib * 1024)}`,
      });
    expect((await asked(30)).status).toBe(200);
    expect([400, 431]).toContain((await asked(40)).status);
  });

  it.each(["/%", "/%c0%ae", "/login/%zz"])("%s is no path", async (path) => {
    expect((await from("127.0.0.1", path, "")).status).toBe(400);
  });

  it("a file that one process does not have yet comes from the other", async () => {
    const page = await (await Program.at(origin)).context.get("/login");
    const older = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((listening) => older.listen(other, "127.0.0.1", listening));
    const [part = ""] = (await page.text()).match(/\/assets\/[^"]+\.css/) ?? [];
    for (let turn = 0; turn < 4; turn += 1) expect((await browser.get(part)).status()).toBe(200);
    older.closeAllConnections();
    await new Promise((closed) => older.close(closed));
  });

  it("plain http is led to https, and security.txt names the public origin", async () => {
    const led = await fetch(`${nginx.plain}/login?a=b`, { redirect: "manual" });
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

async function nextLink(address: string, after: Mail["id"]) {
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
