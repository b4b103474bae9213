import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { plainRequest } from "@/e2e/support/plain-request";
import { type ChildProcess, startChildProcess } from "@/local/child-process";
import { listens } from "@/local/ports";
import { cpuOf } from "../machine/process-tree";
import { HTML } from "./app";

const START_MS = 60_000;
const LOOK_MS = 5;
const IDLE_LOOK_MS = 300;
/** seconds of CPU within one measurement that no work explains */
const IDLE_CPU = 0.02;
const IDLE_WITHIN_MS = 20_000;

export type Starting = {
  name: string;
  folder: string;
  /** as a shell reads it */
  command: string;
  env: Record<string, string>;
  port: number;
};

export type Server = Omit<ChildProcess, "pid"> & {
  name: string;
  /** its first process; npm, which would hold 54 MB besides, is none of them */
  pid: number;
  url: string;
  port: number;
  /** by `performance.now`, when it was told to start */
  began: number;
};

/** What `npm run <name>` would run in a folder. */
export function scriptOf(folder: string, name: string): string {
  const { scripts } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  return scripts[name];
}

/** A clean environment with the programs of a folder in reach, as npm gives one. */
export function environmentIn(folder: string): Record<string, string | undefined> {
  const { PATH, HOME, LANG } = process.env;
  const places = [path.join(folder, "node_modules/.bin"), path.dirname(process.execPath), PATH];
  return {
    PATH: places.join(":"),
    HOME,
    LANG,
    NEXT_TELEMETRY_DISABLED: "1",
    NODE_ENV: "production",
  };
}

/** Starts a server and waits until its port is open, without a request. */
export async function startServer(starting: Starting, stopping: AbortSignal): Promise<Server> {
  const { name, folder, command, env, port } = starting;
  const began = performance.now();
  const child = startChildProcess(["/bin/sh", "-c", command], {
    cwd: folder,
    env: { ...environmentIn(folder), ...env, PORT: String(port) },
  });
  let gone = false;
  void child.ended.then(() => {
    gone = true;
  });
  while (!(await listens(port))) {
    if (gone || stopping.aborted || performance.now() - began > START_MS) {
      await child.stop();
      throw new Error(`${name} did not start: ${child.output()}`);
    }
    await pause(LOOK_MS);
  }
  return { ...child, name, pid: await child.pid, url: `http://localhost:${port}`, port, began };
}

/** A page for who goes there with a browser: `fetch` would say that a script asks, for which no page is kept. */
export const visit = ({ url }: Server, path: string) =>
  plainRequest(url + path, { ...HTML, "sec-fetch-mode": "navigate" });

/** Visits again and again until it answers with 200. @returns milliseconds since the start */
export async function firstAnswer(server: Server, path: string): Promise<number> {
  const { url, began } = server;
  for (;;) {
    const answer = await visit(server, path).catch(() => null);
    const now = performance.now() - began;
    if (answer?.status === 200) return now;
    if (now > START_MS) throw new Error(`${url}${path} answered ${answer?.status ?? "nothing"}`);
    await pause(LOOK_MS);
  }
}

/** Waits until a process does nothing any more, at most twenty seconds. */
export async function idle(pid: number): Promise<void> {
  const until = performance.now() + IDLE_WITHIN_MS;
  for (let quiet = 0, before = cpuOf(pid); quiet < 2 && performance.now() < until; ) {
    await pause(IDLE_LOOK_MS);
    const now = cpuOf(pid);
    quiet = now - before > IDLE_CPU ? 0 : quiet + 1;
    before = now;
  }
}
