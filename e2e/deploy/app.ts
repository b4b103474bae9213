import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { startApp, startLine } from "@/local/app";
import { servicePorts } from "@/local/ports";
import { ROOT } from "../runner/program";
import { stopAtEnd } from "./program";

/** What an app of this test file is told, unless a test says otherwise. */
const SETTINGS = [
  ...["DATABASE_URL", "NEXTAUTH_URL", "NEXTAUTH_SECRET", "EMAIL_SERVER", "EMAIL_FROM"],
  ...["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "GOOGLE_ISSUER", "BCRYPT_COST"],
];

/** Free ports for this process; other files and other clones have others. */
export function ports(count: number, apart = 0): Promise<number[]> {
  return servicePorts(process.pid * 5 + apart, count);
}

/** Starts the production build as `npm start` does, on this file's database and services, until the file's end. */
export async function app(port: number, differing: Record<string, string> = {}) {
  let printed = "";
  const running = await startApp({
    env: settings(port, differing),
    dev: false,
    onOutput: (text) => {
      printed += text;
    },
  });
  stopAtEnd(running);
  await healthy(port);
  return { ...running, printed: () => printed };
}

/**
 * The same without a guard: its test ends it, and hears how it went.
 * @param code where it is built
 */
export async function bareApp(port: number, differing: Record<string, string> = {}, code = ROOT) {
  const { PATH, HOME } = process.env;
  const [program, ...args] = startLine(code);
  const child = spawn(program, args, {
    cwd: code,
    env: { PATH, HOME, NODE_ENV: "production", ...settings(port, differing) },
    stdio: ["ignore", "ignore", "inherit"],
  });
  stopAtEnd({ stop: () => ended(child, "SIGKILL").then(() => undefined) });
  await healthy(port, child);
  return child;
}

/** Tells it to end. @returns its exit code, once it has ended */
export async function ended(child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> {
  if (signal) child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  return child.exitCode;
}

export function settings(port: number, differing: Record<string, string>): Record<string, string> {
  const env: Record<string, string> = { LOG_LEVEL: "info" };
  for (const name of SETTINGS) env[name] = process.env[name] ?? "";
  return { ...env, PORT: String(port), ...differing };
}

// its first connection takes its time on a busy machine
export async function healthy(port: number, child?: ChildProcess): Promise<void> {
  for (;;) {
    const end = child?.exitCode ?? child?.signalCode ?? null;
    if (end !== null) throw new Error(`it ended with ${end}`);
    try {
      if ((await fetch(`http://127.0.0.1:${port}/api/health`)).ok) return;
    } catch {
      // nothing listens yet
    }
    await pause(100);
  }
}
