import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startChildProcess } from "./child-process";
import { commandOf } from "./processes";
import { ROOT } from "./root";
import { localFolder } from "./state";

/** Everything that `next build` reads of ours. */
const SOURCES = [
  ...["app", "components", "lib", "prisma/schema.prisma", "instrumentation.ts", "proxy.ts"],
  ...["next.config.mjs", "postcss.config.mjs", "tailwind.config.ts", "tsconfig.json"],
  ...["package.json", "package-lock.json"],
];
const BUILD_ID = ".next/BUILD_ID";
// Inside `.next`, which a build by hand empties: then the moments of the files decide.
const BUILT_FROM = ".next/built-from";
const LONGEST_BUILD_MS = 15 * 60_000;
const COMPLETE = "build: complete";

/** Whether `.next` holds a production build of exactly these sources. */
export function buildIsFresh(root: string = ROOT): boolean {
  const id = path.join(root, BUILD_ID);
  const from = path.join(root, BUILT_FROM);
  if (!fs.existsSync(id)) return false;
  if (fs.existsSync(from)) return fs.readFileSync(from, "utf8") === fingerprint(root);
  const built = fs.statSync(id).mtimeMs;
  return entries(root).every((entry) => fs.statSync(entry).mtimeMs <= built);
}

/** Notes which sources `.next` was built from. */
export function noteBuild(sources: string, root: string = ROOT): void {
  fs.writeFileSync(path.join(root, BUILT_FROM), sources);
}

/** Makes `.next` a build of these sources, unless it is one; throws with the compiler's words. */
export async function ensureBuild(stopping?: AbortSignal): Promise<void> {
  const release = await takeTurn(stopping);
  try {
    if (!buildIsFresh()) await build(stopping);
  } finally {
    release();
  }
}

async function build(stopping?: AbortSignal): Promise<void> {
  const sources = fingerprint(ROOT);
  fs.rmSync(path.join(ROOT, BUILD_ID), { force: true });
  const steps = `"$0" commands/db/generate.mjs && "$0" node_modules/next/dist/bin/next build && echo "${COMPLETE}"`;
  const running = startChildProcess(["/bin/sh", "-c", steps, process.execPath], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const stop = () => void running.stop();
  stopping?.addEventListener("abort", stop);
  await running.ended;
  await running.stop();
  stopping?.removeEventListener("abort", stop);
  if (stopping?.aborted) return;
  // somewhere: a warning of the compiler's may be heard later
  if (!running.output().includes(COMPLETE))
    throw new Error(`the build failed:\n${running.output()}`);
  noteBuild(sources);
}

// Two commands of one clone must not write into one `.next`.
async function takeTurn(stopping?: AbortSignal): Promise<() => void> {
  const lock = path.join(localFolder(), "build.lock");
  while (!stopping?.aborted) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
      return () => fs.rmSync(lock, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    if (isStale(lock)) fs.rmSync(lock, { force: true });
    else await pause(200);
  }
  return () => undefined;
}

function isStale(lock: string): boolean {
  try {
    const holder = Number(fs.readFileSync(lock, "utf8"));
    // The age too: another process may have got the number of a dead holder.
    const age = Date.now() - fs.statSync(lock).mtimeMs;
    return commandOf(holder) === "" || age > LONGEST_BUILD_MS;
  } catch {
    return false;
  }
}

/** A digest of everything that a build is made from. */
export function fingerprint(root: string): string {
  const hash = createHash("sha256");
  for (const entry of entries(root)) {
    if (fs.statSync(entry).isDirectory()) continue;
    hash.update(`${path.relative(root, entry)}\0`).update(fs.readFileSync(entry));
  }
  return hash.digest("hex");
}

// Folders too: their moment changes when something in them goes away.
function entries(root: string): string[] {
  return SOURCES.map((source) => path.join(root, source))
    .filter((source) => fs.existsSync(source))
    .flatMap((source) => [source, ...(fs.statSync(source).isDirectory() ? within(source) : [])]);
}

function within(folder: string): string[] {
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => !/\.test\.tsx?$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}
