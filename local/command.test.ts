import fs from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { afterAll, afterEach, describe, expect, it, vi } from "vitest";
import { readPort } from "./command";
import { PortTaken, servicePorts } from "./ports";
import { LOCAL_FOLDER } from "./root";
import { type Line, left, Run } from "./stand-in/run";
import { type State, statePath } from "./state";

const [port = 0] = await servicePorts(process.pid, 1);
const started: Run[] = [];

afterEach(async () => {
  for (const run of started.splice(0)) {
    run.child.kill("SIGTERM");
    await run.code;
  }
});

afterAll(() => {
  fs.rmSync(path.join(LOCAL_FOLDER, String(port)), { recursive: true, force: true });
});

function start(env: Record<string, string> = {}, wrapped = false): Run {
  const run = new Run(port, env, wrapped);
  started.push(run);
  return run;
}

const portsOf = ({ app, inbox, smtp, google, databaseUrl }: State) =>
  [app, inbox ?? app, smtp, google, databaseUrl].map((address) => Number(new URL(address).port));

async function expectNothingLeft(family: Line[], state: State): Promise<void> {
  await vi.waitFor(
    async () => {
      expect(await left(family, portsOf(state))).toEqual([]);
      expect(fs.existsSync(statePath(port))).toBe(false);
    },
    { timeout: 10_000, interval: 50 },
  );
}

describe("a command that runs", () => {
  it("has written where everything is, and everything answers there", async () => {
    const state = await start().ready();
    expect(Object.keys(state)).toEqual(["app", "inbox", "smtp", "google", "databaseUrl", "env"]);
    expect(state.app).toBe(`http://localhost:${port}`);
    expect(state.env).toMatchObject({
      PORT: String(port),
      NEXTAUTH_URL: state.app,
      DATABASE_URL: state.databaseUrl,
      EMAIL_SERVER: state.smtp,
      GOOGLE_ISSUER: state.google,
    });
    expect(state.env.NEXTAUTH_SECRET?.length).toBeGreaterThanOrEqual(32);
    for (const address of [state.app, state.inbox, `${state.google}/jwks`]) {
      expect((await fetch(String(address))).status).toBe(200);
    }
  });

  it("is not ready before the app has its database", async () => {
    const state = await start({ STAND_IN_AWAY: "3" }).ready();
    expect((await fetch(`${state.app}/api/health`)).status).toBe(200);
  });

  it.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
    "ends by %s with nothing left",
    async (signal) => {
      const run = start();
      const state = await run.ready();
      const family = run.family();
      run.child.kill(signal);
      expect(await run.code).toBe(0);
      expect(await left(family, portsOf(state))).toEqual([]);
      expect(run.state()).toBeUndefined();
    },
  );

  it.each([
    ["npm above it", (family: Line[]) => family[0]],
    ["the command itself", (family: Line[]) => family[1]],
    ["the guard of the database", guardOf(/bin\/postgres -D/)],
    ["the database", (family: Line[]) => family.find(({ args }) => /^\S+bin\/postgres/.test(args))],
    [
      "a helper of the database",
      (family: Line[]) => family.find(({ args }) => /checkpointer/.test(args)),
    ],
    ["the guard of the app", guardOf(/app\.mjs/)],
    [
      "the app",
      (family: Line[]) => family.find(({ args }) => /^\S*node\S* \S*app\.mjs/.test(args)),
    ],
  ])("ends when %s is killed, with nothing left, and starts again", async (_who, find) => {
    const run = start({}, true);
    const state = await run.ready();
    const family = run.family();
    const victim = find(family);
    expect(victim).toBeDefined();
    process.kill(victim?.pid ?? 0, "SIGKILL");
    await expectNothingLeft(family, state);
  });

  it("ends when nobody reads its output any more", async () => {
    const run = start();
    const state = await run.ready();
    const family = run.family();
    run.child.stdout?.destroy();
    await fetch(`${state.app}/speak`);
    await expectNothingLeft(family, state);
  });
});

describe("a command that cannot start", () => {
  it("says in one line that its port is busy, and leaves nothing", async () => {
    const squatter = createServer().listen(port, "127.0.0.1");
    const run = start();
    expect(await run.code).toBe(1);
    expect(run.output).toMatch(new RegExp(`✗ port ${port} is busy: .*PORT=\\d+\\n$`));
    expect(run.output.match(/✗/g)).toHaveLength(1);
    await new Promise((resolve) => squatter.close(resolve));
  });

  it("says that Ingreso itself runs there", async () => {
    const first = start();
    const state = await first.ready();
    const second = start();
    expect(await second.code).toBe(1);
    expect(second.output).toMatch(/Ingreso runs there already/);
    expect((await fetch(state.app)).status).toBe(200);
  });

  it("says that its port is none", async () => {
    const run = start({ PORT: "tres" });
    expect(await run.code).toBe(1);
    expect(run.output).toMatch(/✗ PORT must be a number from 1 to 65535, not "tres"\n$/);
  });

  it.each(["0", "70000", "-1", "3000.5", "6000", "4190", "22"])("refuses PORT=%s", (text) => {
    expect(() => readPort(text)).toThrow(PortTaken);
  });

  it.each([
    [undefined, 3000],
    ["", 3000],
    ["4000", 4000],
  ])("takes PORT=%s as %i", (text, port) => {
    expect(readPort(text)).toBe(port);
  });

  it("can be stopped while it starts", async () => {
    const run = start();
    await run.speaks();
    run.child.kill("SIGINT");
    expect(await run.code).toBe(0);
    expect(run.output).not.toMatch(/Ctrl-C/);
    expect(await left(run.family(), [port])).toEqual([]);
  });
});

describe("a real service that is named", () => {
  it("is used instead of the embedded one, each on its own, there or away", async () => {
    const run = start({
      STAND_IN_AWAY: "1000",
      DATABASE_URL: "postgresql://nobody@127.0.0.1:9/nothing",
      EMAIL_SERVER: "smtp://correo.ejemplo.com:587",
    });
    const state = await run.ready();
    expect(state).toMatchObject({
      inbox: null,
      smtp: "smtp://correo.ejemplo.com:587",
      databaseUrl: "postgresql://nobody@127.0.0.1:9/nothing",
    });
    expect(state.google).toMatch(/^http:\/\/localhost:/);
    expect(run.family().some(({ args }) => args.includes("postgres"))).toBe(false);
    expect(run.output).toMatch(/DATABASE_URL cannot be looked at/);
    expect(run.output).not.toMatch(/demo@ejemplo\.com/);
  });
});

function guardOf(command: RegExp) {
  return (family: Line[]) =>
    family.find(({ args }) => args.startsWith("/bin/sh") && command.test(args));
}
