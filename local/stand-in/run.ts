import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import { fileURLToPath } from "node:url";
import { isFree } from "../ports";
import { type State, statePath } from "../state";

const COMMAND = fileURLToPath(new URL("command.ts", import.meta.url));
const READY = /Ctrl-C stops everything/;
/**
 * What tsx compiles with ends by itself when who started it does, and very rarely hangs then, of which nothing here can know:
 * https://github.com/evanw/esbuild/issues/4260. It holds no port and no file of ours.
 */
const COMPILER = /\besbuild --service=/;

export type Line = { pid: number; parent: number; args: string };

/** `npm run dev` in small: the same command around a stand-in for the app, for tests. */
export class Run {
  output = "";
  readonly child: ChildProcess;
  readonly code: Promise<number | null>;

  /** `wrapped`: below a parent process of its own, as npm is one. */
  constructor(
    readonly port: number,
    env: Record<string, string> = {},
    wrapped = false,
  ) {
    const args = ["--import", "tsx", COMMAND];
    const wrapper = `require("node:child_process").spawn(process.execPath, ${JSON.stringify(args)}, { stdio: "inherit" }).on("exit", (code) => process.exit(code))`;
    this.child = spawn(process.execPath, wrapped ? ["-e", wrapper] : args, {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, PORT: String(port), ...env } as never,
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.code = once(this.child, "exit").then(([code]) => code);
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on("data", (text: Buffer) => {
        this.output += text;
      });
    }
  }

  /** Settles with the note, once everything is said to run; throws when the command ends before. */
  async ready(): Promise<State> {
    const said = new Promise<void>((resolve) => {
      this.child.stdout?.on("data", () => READY.test(this.output) && resolve());
    });
    const ended = this.code.then((code) => {
      throw new Error(`ended with ${code}: ${this.output}`);
    });
    await Promise.race([said, ended]);
    return this.state() as State;
  }

  /** Settles with the first thing it says. */
  async speaks(): Promise<void> {
    if (this.child.stdout) await once(this.child.stdout, "data");
  }

  state(): State | undefined {
    const file = statePath(this.port);
    return fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : undefined;
  }

  /** Every process of the command but its compiler, the topmost first. */
  family(): Line[] {
    const all = processes().filter(({ args }) => !COMPILER.test(args));
    const family = all.filter(({ pid }) => pid === this.child.pid);
    for (const { pid } of family) family.push(...all.filter(({ parent }) => parent === pid));
    return family;
  }
}

/** What of these is still there: processes (without zombies) and ports. */
export async function left(family: Line[], ports: number[]): Promise<string[]> {
  const alive = processes();
  const found = family
    .filter(({ pid }) => alive.some((line) => line.pid === pid))
    .map(({ args }) => args);
  for (const port of ports) if (!(await isFree(port))) found.push(`port ${port}`);
  return found;
}

function processes(): Line[] {
  const list = execFileSync("ps", ["-eo", "pid=,ppid=,stat=,args="], { encoding: "utf8" });
  return list
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/))
    .filter(([, , stat]) => !stat?.startsWith("Z"))
    .map(([pid, parent, , ...args]) => ({
      pid: Number(pid),
      parent: Number(parent),
      args: args.join(" "),
    }));
}
