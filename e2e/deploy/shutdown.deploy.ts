import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { register } from "../support/lab/person";
import { database, freshAddress, inbox } from "../support/unit";
import { bareApp, ended, ports } from "./app";

const OURS = { accept: "application/json", "sec-fetch-site": "same-origin" };
const FORM = { "content-type": "application/x-www-form-urlencoded" };
/** a third of a second a hash, and more */
const SLOW = { BCRYPT_COST: "13" };
/** in milliseconds: ten seconds of grace, and a busy machine's own time */
const PATIENCE = 12_000;
let port = 0;
let origin = "";
let running: ChildProcess;

beforeEach(async () => {
  [port = 0] = await ports(1);
  origin = `http://localhost:${port}`;
  running = await bareApp(port, { ...SLOW, NEXTAUTH_URL: origin });
});

afterEach(async () => {
  await inbox.fault({ mode: "none" });
  await ended(running, "SIGKILL");
});

describe("told to stop, the app", () => {
  it("answers what it is working on, and takes nothing new", async () => {
    const [person, reader] = [freshAddress(), freshAddress()];
    await register(origin, inbox, person);
    await inbox.fault({ mode: "hang" });
    const idle = new Connection();
    expect((await idle.get("/login")).statusCode).toBe(200);

    const uploading = new Connection();
    await uploading.get("/login");
    const link = new Connection().post("/api/auth/signin/email", `email=${reader}`);
    await rowOf("SendThrottle", reader);
    const form = `email=${person}&password=${encodeURIComponent(PASSWORD)}`;
    const signIn = new Connection().post("/api/auth/callback/credentials", form);
    await rowOf("TryThrottle", person);
    const upload = uploading.begin("/recuperar/enviar", "email=", 100);
    const told = performance.now();
    running.kill("SIGTERM");
    await vi.waitUntil(async () => !(await listens()), PATIENCE);
    running.kill("SIGTERM"); // systemd tells npm and the app, and npm tells the app

    const late = await idle.get("/login");
    expect([late.statusCode, late.headers.connection]).toEqual([200, "close"]);
    const address = "a".repeat(100 - "email=".length);
    expect((await upload(address)).statusCode).toBe(422);
    expect((await signIn).statusCode).toBe(200);
    expect((await link).statusCode).toBe(502);
    expect(await ended(running)).toBe(0);
    expect(performance.now() - told).toBeLessThan(PATIENCE);
  });

  it("sends the notice of a sign-in that it has just answered", async () => {
    const address = freshAddress();
    await register(origin, inbox, address);
    const elsewhere = await Program.at(origin, { "user-agent": "Firefox/140.0 (X11; Linux)" });
    await inbox.fault({ mode: "slow", ms: 1_500 });
    const form = { email: address, password: PASSWORD };
    expect((await elsewhere.post("/api/auth/callback/credentials", form)).status()).toBe(200);
    await elsewhere.dispose();
    expect(await ended(running, "SIGTERM")).toBe(0);
    const subjects = (await inbox.mails(address)).map(({ subject }) => subject);
    expect(subjects).toContainEqual(expect.stringContaining("dispositivo"));
  });

  it("does not wait for who never asked anything, nor for who has had an answer", async () => {
    const silent = connect(port, "127.0.0.1");
    await once(silent, "connect");
    const idle = new Connection();
    expect((await idle.get("/login")).statusCode).toBe(200);
    const told = performance.now();
    expect(await ended(running, "SIGTERM")).toBe(0);
    expect(performance.now() - told).toBeLessThan(5_000);
  });

  it("gives up after ten seconds", async () => {
    // the whole request may take fifteen
    const half = new Connection();
    await half.get("/login");
    const rest = half.begin("/recuperar/enviar", "email=", 100);
    rest("").catch(() => undefined);
    const told = performance.now();
    expect(await ended(running, "SIGTERM")).toBe(0);
    expect(performance.now() - told).toBeLessThan(PATIENCE);
  });
});

it("keeps a quiet connection for longer than nginx, Caddy, Traefik and Google do: it never closes one that is being used", async () => {
  const { headers } = await new Connection().get("/login");
  const [, seconds] = /timeout=(\d+)/.exec(String(headers["keep-alive"])) ?? [];
  expect(Number(seconds)).toBeGreaterThan(600);
});

/** One keep-alive connection to the app. */
class Connection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  get(path: string): Promise<IncomingMessage> {
    return this.#send("GET", path).end("");
  }

  post(path: string, body: string): Promise<IncomingMessage> {
    return this.#send("POST", path, body.length).end(body);
  }

  /** Sends the beginning of a body of that length. @returns what sends the rest */
  begin(path: string, body: string, length: number): (rest: string) => Promise<IncomingMessage> {
    const sending = this.#send("POST", path, length);
    sending.write(body);
    return sending.end;
  }

  #send(method: string, path: string, length = 0) {
    const headers = { ...OURS, ...(method === "POST" ? FORM : {}), "content-length": length };
    const sending = request({
      ...{ host: "127.0.0.1", port, path, method, agent: this.#agent, headers },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sending.once("response", (answer) => void text(answer).then(() => resolve(answer), reject));
      sending.once("error", reject);
    });
    return {
      write: (body: string) => void sending.write(body),
      end: (body: string) => {
        sending.end(body);
        return answered;
      },
    };
  }
}

/** Waits until the app has counted: from then on it hashes, or hands a mail over. */
async function rowOf(table: string, address: string): Promise<void> {
  const counted = `select 1 from "${table}" where address = $1`;
  await vi.waitUntil(async () => (await database.sql(counted, [address])).length > 0, {
    timeout: PATIENCE,
    interval: 10,
  });
}

function listens(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
