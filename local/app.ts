import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { VARIABLES } from "@/lib/config/settings";
import { type ChildProcess, startChildProcess } from "./child-process";
import { appAddress, isFree, PortTaken } from "./ports";
import { ROOT } from "./root";

const START_SECONDS = 120;
const FORMER_MS = 8_000;
// What is not in an app's own environment must not leak into it.
const SETTINGS = new Set([...VARIABLES, "NODE_ENV"]);

export type App = ChildProcess & { url: string };

export type AppOptions = {
  /** The product's settings, complete. */
  env: Record<string, string>;
  dev: boolean;
  /** What runs instead of the product's server: for tests of what surrounds it. */
  program?: string[];
  /** A file to remove, should this whole process be killed, once the `before` guards are gone too. */
  note?: string;
  before?: number[];
  /** True when its database is one that we started: then it has to be there, too, before the app is ready. */
  embedded?: boolean;
  /** True when an earlier command at this port may still be on its way out. */
  patient?: boolean;
  onOutput?: (text: string) => void;
};

/** Starts the product's server at `env.PORT` and waits until it answers, and has its database where that is ours. */
export async function startApp(options: AppOptions, stopping?: AbortSignal): Promise<App> {
  const { env, dev, note, before, onOutput, embedded = false, patient = false } = options;
  const port = Number(env.PORT);
  await portFree(port, patient, stopping);
  const server = dev ? [process.execPath, "--import", "tsx", "server.ts", "--dev"] : startLine();
  const app = startChildProcess(options.program ?? server, {
    cwd: ROOT,
    env: {
      ...otherVariables(),
      ...env,
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
    },
    note,
    before,
    onOutput,
  });
  const url = appAddress(env.NEXTAUTH_URL, port);
  const health = `${url}/api/health`;
  if (await answers(health, embedded, app, stopping)) return { ...app, url };
  await app.stop();
  if (/Another next dev server is already running/.test(app.output())) {
    throw new Error(
      "this clone already runs `npm run dev` at another port: stop it, or use `npm run preview`, which takes any number of ports",
    );
  }
  throw new Error(`the app did not start${onOutput ? "" : `: ${app.output()}`}`);
}

/** What `npm start` runs, without npm around it. @param code where it is built */
export function startLine(code: string = ROOT): [program: string, ...args: string[]] {
  const { scripts } = JSON.parse(readFileSync(join(code, "package.json"), "utf8"));
  return ["/bin/sh", "-c", scripts.start];
}

/** Waits for a port that is exactly this one, or throws one clear line. */
export async function portFree(
  port: number,
  patient: boolean,
  stopping?: AbortSignal,
): Promise<void> {
  const until = Date.now() + (patient ? FORMER_MS : 0);
  while (!(await isFree(port))) {
    if (Date.now() >= until || stopping?.aborted) {
      throw new PortTaken(
        `port ${port} is busy: stop what listens there, or choose another port: PORT=${(port % 60_000) + 1000}`,
      );
    }
    await pause(100);
  }
}

async function answers(
  url: string,
  embedded: boolean,
  app: ChildProcess,
  stopping?: AbortSignal,
): Promise<boolean> {
  let gone = false;
  void app.ended.then(() => {
    gone = true;
  });
  const until = Date.now() + START_SECONDS * 1000;
  while (!gone && !stopping?.aborted && Date.now() < until) {
    try {
      const { status } = await fetch(url, { signal: AbortSignal.timeout(30_000) });
      // 503: the database is away; for a DATABASE_URL of the caller another message says it
      if (status !== 503 || !embedded) return true;
    } catch {
      // the port is not open yet
    }
    await pause(100);
  }
  return false;
}

function otherVariables(): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !SETTINGS.has(name)));
}
