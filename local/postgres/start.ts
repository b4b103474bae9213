import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type ChildProcess, startChildProcess } from "../child-process";
import { commandOf } from "../processes";
import { NoEmbeddedPostgres } from "./binaries";
import { type Seat, seat } from "./owner";
import { embeddedUrl } from "./url";

const READY = /database system is ready to accept connections/;
const SETTINGS = [
  "listen_addresses=127.0.0.1",
  "unix_socket_directories=",
  "max_connections=100",
  "shared_buffers=64MB",
  // One killed process ends the whole, so that the supervisor notices and stops the rest.
  "restart_after_crash=off",
];
/** What makes it fast and forgetful: for tests, whose data may be lost with the machine's power. */
const FAST = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
/** What a server may say by default, and nothing here may lean on: so every test shows it. */
const ODD = [
  "timezone=Asia/Kathmandu",
  "datestyle=German",
  "intervalstyle=sql_standard",
  "default_transaction_isolation=serializable",
];
const FORMER_SECONDS = 10;

export type Postgres = {
  /** Address of a superuser's connection to the database `postgres`, without a password. */
  url: string;
  /** Where it keeps its data; what is noted beside them lives as long as they do. */
  folder: string;
  guard: number;
  ended: Promise<void>;
  output(): string;
  stop(): Promise<void>;
  kill(): void;
};

export type PostgresOptions = {
  /** Where the data lives; made on the first start. */
  folder: string;
  port: number;
  fast?: boolean;
  /** Begins empty, and leaves nothing when it stops. */
  fresh?: boolean;
  /** What it is told besides, as `name=value`; for tests. */
  settings?: string[];
};

/** Starts an embedded PostgreSQL on 127.0.0.1 and waits until it accepts connections. */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const { port, fast = false, fresh = false } = options;
  const told = [...SETTINGS, ...(fast ? [...FAST, ...ODD] : []), ...(options.settings ?? [])];
  const place = seat(options.folder);
  const data = path.join(place.folder, "data");
  await formerGone(data);
  if (fresh) empty(place.folder);
  if (!fs.existsSync(data)) await create(place, data);

  const settings = told.flatMap((setting) => ["-c", setting]);
  const server = run(place, "postgres", ["-D", data, "-p", String(port), ...settings]);
  await Promise.race([server.printed(READY), server.ended]);
  if (!READY.test(server.output())) {
    await server.stop();
    throw new Error(`PostgreSQL did not start: ${server.output()}`);
  }
  return {
    ...server,
    folder: place.folder,
    url: embeddedUrl(port),
    async stop() {
      await server.stop();
      if (fresh) fs.rmSync(place.folder, { recursive: true, force: true });
    },
  };
}

async function create(place: Seat, data: string): Promise<void> {
  // Made beside and moved when complete: a killed first start leaves nothing that looks whole.
  const making = path.join(place.folder, "making");
  fs.rmSync(making, { recursive: true, force: true });
  // One locale for every machine: sorting and lower-casing must not depend on the host's.
  const locale = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const initdb = run(place, "initdb", [
    ...["-D", making, "-U", "postgres", "-A", "trust", "-E", "UTF8", ...locale],
    ...["--no-sync", "--no-instructions"],
  ]);
  await initdb.ended;
  await initdb.stop();
  if (!/Sync to disk skipped/.test(initdb.output())) {
    throw new NoEmbeddedPostgres(`initdb failed (${initdb.output().split("\n").at(-1)})`);
  }
  fs.renameSync(making, data);
}

function empty(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
}

// A command that was killed a moment ago leaves its PostgreSQL a few seconds to end.
async function formerGone(data: string): Promise<void> {
  const lock = path.join(data, "postmaster.pid");
  const patience = Date.now() + FORMER_SECONDS * 1000;
  for (;;) {
    const pid = fs.existsSync(lock) ? Number(fs.readFileSync(lock, "utf8").split("\n")[0]) : 0;
    if (!pid) return;
    // PostgreSQL believes any living process of its user that has this number; we look closer.
    if (!commandOf(pid).includes(data)) return fs.rmSync(lock, { force: true });
    if (Date.now() > patience) {
      throw new Error(`another PostgreSQL (process ${pid}) is using ${data}: stop it first`);
    }
    await pause(100);
  }
}

type Running = ChildProcess & { printed(words: RegExp): Promise<void> };

function run(place: Seat, tool: string, args: string[]): Running {
  let heard: (() => void) | undefined;
  const started = startChildProcess([path.join(place.native, "bin", tool), ...args], {
    ...place.who,
    env: { PATH: process.env.PATH, LC_ALL: "C", TZ: "UTC", HOME: os.tmpdir() },
    cwd: "/",
    signal: "INT",
    onOutput: () => heard?.(),
  });
  const printed = (words: RegExp) =>
    new Promise<void>((resolve) => {
      heard = () => words.test(started.output()) && resolve();
      heard();
    });
  return { ...started, printed };
}
