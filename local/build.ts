import fs from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { buildIsFresh } from "@/commands/build/sources";
import { startChildProcess } from "./child-process";
import { commandOf } from "./processes";
import { ROOT } from "./root";
import { localFolder } from "./state";

const LONGEST_BUILD_MS = 15 * 60_000;
const COMPLETE = "build: complete";

/** Makes `.next` a build of these sources, unless it is one; throws with the compiler's words. */
export async function ensureBuild(stopping?: AbortSignal): Promise<void> {
  const release = await takeTurn(stopping);
  try {
    if (!buildIsFresh(ROOT)) await build(stopping);
  } finally {
    release();
  }
}

async function build(stopping?: AbortSignal): Promise<void> {
  const steps = `"$0" --import tsx commands/build/run.ts && echo "${COMPLETE}"`;
  const running = startChildProcess(["/bin/sh", "-c", steps, process.execPath], {
    cwd: ROOT,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
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
