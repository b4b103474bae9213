import path from "node:path";
import { startChildProcess } from "@/local/child-process";
import { servicePorts } from "@/local/ports";
import { startPostgres } from "@/local/postgres/start";
import { ROOT } from "@/local/root";
import { localFolder } from "@/local/state";
import { Supervisor } from "@/local/supervise";
import { Database, databaseNamed } from "@/testing/database";
import { type Server, type Starting, startServer } from "./apps/server";
import { Sink } from "./apps/sink";

/** A server that keeps what it is told, with memory for a database that is worth measuring. */
const POSTGRES = [
  ...[
    "shared_buffers=512MB",
    "max_connections=200",
    "max_wal_size=8GB",
    "checkpoint_timeout=30min",
  ],
  // a table that is filled in the transaction that made it empty is then written once
  ...["wal_level=minimal", "max_wal_senders=0", "maintenance_work_mem=512MB"],
  "shared_preload_libraries=pg_stat_statements",
];
const PORTS = 60;

/** Everything that the apps stand on, and how each thing is started so that nothing of it outlives the run. */
export type Stage = {
  signal: AbortSignal;
  say: (line: string) => void;
  postgres: { url: string; guard: number; version: string };
  sink: Sink;
  port: () => number;
  /** Makes an empty database for an app. @returns its address */
  database: (name: string) => Promise<string>;
  drop: (databaseUrl: string) => Promise<void>;
  start: (starting: Starting) => Promise<Server>;
};

/**
 * Runs the work on one PostgreSQL and one mail server until it is done, or told to stop; then ends the process.
 * @param work gives the exit code
 */
export async function onStage(
  port: number,
  say: (line: string) => void,
  work: (stage: Stage) => Promise<number>,
): Promise<never> {
  const stopping = new AbortController();
  const supervisor = new Supervisor(say);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      stopping.abort();
      void supervisor.stop();
    });
  try {
    process.exitCode = await work(await set(port, say, supervisor, stopping.signal));
  } catch (fault) {
    // once it is told to stop, whatever it was doing fails
    if (!stopping.signal.aborted) throw fault;
    say("Stopped: no report is written");
    process.exitCode = 130;
  } finally {
    await supervisor.stop();
  }
  process.exit();
}

async function set(
  port: number,
  say: (line: string) => void,
  supervisor: Supervisor,
  signal: AbortSignal,
): Promise<Stage> {
  const ports = await servicePorts(port, PORTS);
  const next = () => {
    const free = ports.shift();
    if (free === undefined) throw new Error(`all ${PORTS} ports are used`);
    return free;
  };
  const postgres = await supervisor.start({
    name: "PostgreSQL",
    doing: "Starting an embedded PostgreSQL",
    start: () =>
      startPostgres({
        folder: path.join(localFolder(), `bench-postgres-${port}`),
        ...{ port: next(), fresh: true, settings: POSTGRES },
      }),
  });
  const [smtp, http] = [next(), next()];
  const sink = new Sink(smtp, http);
  await supervisor.start({
    name: "the mail server",
    doing: "Starting a mail server",
    start: async () => {
      const command = [process.execPath, "--import", "tsx", "bench/sink.ts"];
      const started = startChildProcess([...command, String(smtp), String(http)], {
        ...{ cwd: ROOT, env: process.env },
      });
      await sink.ready(started.ended);
      return started;
    },
  });
  const [row] = await ask(postgres.url, "show server_version");
  let made = 0;
  return {
    ...{ signal, say, sink, port: next },
    postgres: { ...postgres, version: String(row?.server_version) },
    async database(name) {
      made += 1;
      const url = databaseNamed(postgres.url, `${made}-${name}`);
      await ask(postgres.url, `create database "${nameOf(url)}"`);
      return url;
    },
    drop: async (url) =>
      void (await ask(postgres.url, `drop database "${nameOf(url)}" with (force)`)),
    start: (starting) =>
      supervisor.start({
        name: starting.name,
        doing: `Starting ${starting.name}`,
        start: (ending) => startServer(starting, ending),
      }),
  };
}

const nameOf = (databaseUrl: string) => new URL(databaseUrl).pathname.slice(1);

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const database = new Database(url);
  try {
    return await database.sql(statement);
  } finally {
    await database.close();
  }
}
