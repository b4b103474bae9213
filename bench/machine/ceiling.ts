import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const HASHES = fileURLToPath(new URL("hashes.ts", import.meta.url));

/** How many hashes the bare library makes in that time, in a process of its own with as many threads as cores. */
export async function hashesByLibrary(
  seconds: number,
  cost: number,
  signal: AbortSignal,
): Promise<{ done: number; seconds: number }> {
  const args = ["--import", "tsx", HASHES, String(seconds), String(cost)];
  const threads = String(Math.max(4, availableParallelism()));
  const env = { ...process.env, UV_THREADPOOL_SIZE: threads };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, signal });
  const said: { hashes: number; seconds: number } = JSON.parse(stdout);
  return { done: said.hashes, seconds: said.seconds };
}
