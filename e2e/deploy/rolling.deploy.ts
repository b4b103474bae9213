import { type ChildProcess, execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { request } from "@playwright/test";
import { beforeAll, describe, expect, it } from "vitest";
import { MIGRATIONS } from "@/commands/db/files";
import { migrate } from "@/commands/db/migrations";
import { startGoogle } from "@/local/google/start";
import { breaking } from "@/prisma/additive";
import { Google } from "@/testing/google/google";
import { PASSWORD } from "@/testing/person/password";
import { Program, tokenIn } from "@/testing/program";
import { register } from "../support/lab/person";
import { database, freshAddress, inbox } from "../support/unit";
import { bareApp, ended, ports } from "./app";
import { byGoogle, byPassword, done, goToGoogle, recover } from "./journeys";
import { underLoad } from "./load";
import { nginxByReadme } from "./nginx";
import { folder, stopAtEnd } from "./program";
import { block } from "./readme";

/** Where the release before is checked out and built, to be replaced by this one; there was none before the first. */
const BEFORE = process.env.RELEASE_BEFORE;

let origin = "";
/** one that knows the https origin */
let google: Google;
/** the two processes, by their ports */
const running = new Map<number, ChildProcess>();

beforeAll(async () => {
  const [one = 0, other = 0, tls = 0, http = 0, issuer = 0] = await ports(5);
  const nginx = nginxByReadme(tls, http, [one, other]);
  origin = nginx.origin;
  const local = await startGoogle(issuer, [origin]);
  stopAtEnd(local);
  google = new Google(local.url);
  await Promise.all([one, other].map((port) => start(port, BEFORE)));
  await nginx.start();
});

describe("a new release, by the way of docs/deploy.md, while people come and go", () => {
  it("the code before it works on its schema", async () => {
    const next = await schemaOfNextRelease();
    expect(await underLoad(origin, () => migrate(database.url, next))).toEqual([]);
    await byGoogle(origin, google);
    const address = freshAddress();
    await register(origin, inbox, address);
    await recover(origin, address, "otra clave de prueba larga");
  });

  it("no request is lost, and what began before it ends after it", async () => {
    const [person, reader, newcomer] = [freshAddress(), freshAddress(), freshAddress()];
    await register(origin, inbox, person);
    const session = await byPassword(origin, person);
    const links = await Program.at(origin);
    await done(links, "/api/auth/signin/email", { email: reader });
    const registration = await Program.at(origin);
    const typed = { name: "Ana", email: newcomer, password: PASSWORD };
    await done(registration, "/registro/crear", typed);
    // a page without the header that proves where a form is from, as an old browser sends it
    const form = await request.newContext({ baseURL: origin, ignoreHTTPSErrors: true });
    const csrfToken = /name="csrfToken" value="([^"]+)"/.exec(
      await (await form.get("/login")).text(),
    )?.[1];
    const atGoogle = await goToGoogle(origin, google);
    const before = [...running.values()];

    expect(await underLoad(origin, release)).toEqual([]);
    expect(before.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    for (const child of running.values()) expect(before).not.toContain(child);

    expect(await session.address()).toBe(person);
    const used = await links.post("/api/auth/callback/email", {
      token: tokenIn(await inbox.wait(reader)),
    });
    expect([used.status(), (await used.json()).url]).toEqual([
      200,
      expect.stringMatching("/registro"),
    ]);
    await done(registration, "/registro/verificar/confirmar", {
      token: tokenIn(await inbox.wait(newcomer)),
    });
    expect(await registration.address()).toBe(newcomer);
    await atGoogle.comeBack();
    const sent = await form.post("/api/auth/callback/credentials", {
      form: { email: person, password: PASSWORD, csrfToken: csrfToken ?? "" },
      maxRedirects: 0,
    });
    expect([sent.status(), sent.headers().location]).toEqual([303, "/cuenta"]);
  });
});

async function start(port: number, code?: string): Promise<void> {
  const settings = { NEXTAUTH_URL: origin, TRUSTED_PROXY_HOPS: "1", GOOGLE_ISSUER: google.origin };
  running.set(port, await bareApp(port, settings, code));
}

/** A migration of the kind that docs/deploy.md allows, at every table. */
async function schemaOfNextRelease(): Promise<string> {
  const next = join(folder("migrations"), "migrations");
  cpSync(MIGRATIONS, next, { recursive: true });
  const tables = await database.sql<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'public' and table_name not like '\\_%'",
  );
  const sql = [
    'CREATE TABLE "Probe" ("id" UUID NOT NULL PRIMARY KEY, "userId" UUID REFERENCES "User"("id"));',
    'CREATE INDEX "User_name_idx" ON "User"("name");',
    "CREATE FUNCTION probe() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;",
    ...tables.map(
      ({ name }) =>
        `ALTER TABLE "${name}" ADD COLUMN "probe" TEXT, ADD COLUMN "probes" INTEGER NOT NULL DEFAULT 0;`,
    ),
  ].join("\n");
  expect(breaking(sql)).toEqual([]);
  mkdirSync(join(next, "99999999999999_probe"));
  writeFileSync(join(next, "99999999999999_probe", "migration.sql"), sql);
  return next;
}

/** Runs that page's loop. `systemctl` does here what systemd does there; what fetches and builds has nothing to do. */
async function release(): Promise<void> {
  const here = folder("release");
  const starts: Promise<void>[] = [];
  const failing = new AbortController();
  const systemd = createServer(async (request, response) => {
    const [, verb, unit = ""] = (request.url ?? "").split("/");
    const port = Number(unit.split("@")[1]);
    if (verb === "stop") await ended(running.get(port) as ChildProcess, "SIGTERM");
    else {
      const started = start(port);
      started.catch(() => failing.abort());
      starts.push(started);
    }
    response.end();
  });
  await new Promise<void>((listening) => systemd.listen(0, "127.0.0.1", listening));
  const { port } = systemd.address() as AddressInfo;
  for (const [name, does] of [
    ["systemctl", `exec curl -fsS http://127.0.0.1:${port}/$1/$2`],
    ["git", "exit 0"],
    ["npm", "exit 0"],
  ] as const) {
    writeFileSync(join(here, name), `#!/bin/sh\n${does}\n`);
    chmodSync(join(here, name), 0o755);
  }
  const [one, other] = running.keys();
  for (const name of [one, other]) mkdirSync(join(here, `${name}`));
  const loop = block("sh", "systemctl stop")
    .replace("3000 3001", `${one} ${other}`)
    .replaceAll("/srv/ingreso", here);
  const env = { ...process.env, PATH: `${here}:${process.env.PATH}` };
  try {
    // one that does not start would be waited for a minute
    await promisify(execFile)("/bin/sh", ["-c", loop], { env, signal: failing.signal });
  } finally {
    systemd.close();
    await Promise.all(starts);
  }
}
