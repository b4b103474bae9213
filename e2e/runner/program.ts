import { type ChildProcess, spawn } from "node:child_process";
import { constants } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bareEnvironment } from "../support/lab/environment";

/** The repository. */
export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const GRACE_MS = 10_000;
const COLORS = process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" };
const running = new Set<ChildProcess>();

export type Ran = { ok: boolean; output: string };

/**
 * Runs one of the tools in `node_modules/.bin` without any setting of the product from outside.
 * @param show whether its output is shown as it comes; it is returned in any case
 */
export function tool(
  name: string,
  args: string[],
  { env = {}, show = false }: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Ran> {
  const child = spawn(join(ROOT, "node_modules", ".bin", name), args, {
    cwd: ROOT,
    detached: true, // a group of its own, which can be ended whole
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...bareEnvironment(),
      ...COLORS,
      NEXT_TELEMETRY_DISABLED: "1",
      ...env,
    },
  });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (show) process.stdout.write(text);
    });
  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ ok: false, output: `${name}: ${error.message}` }));
    child.once("close", (code) => {
      running.delete(child);
      resolve({ ok: code === 0, output });
    });
  });
}

/** Ends everything that runs, and then this process, when somebody asks for it. */
export function endWithSignals(): void {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.once(signal, () => {
      const gone = [...running].map(
        (child) => new Promise((resolve) => child.once("close", resolve)),
      );
      signalAll(signal);
      setTimeout(() => signalAll("SIGKILL"), GRACE_MS).unref();
      void Promise.all(gone).then(() => process.exit(128 + constants.signals[signal]));
    });
}

function signalAll(signal: NodeJS.Signals): void {
  for (const { pid } of running) {
    try {
      if (pid) process.kill(-pid, signal);
    } catch {
      // gone already
    }
  }
}
