import { execFile } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const BARE = fileURLToPath(new URL("bare.ts", import.meta.url));

export type Rate = { done: number; seconds: number };

/** How many hashes a second the bare library makes, in a process of its own with as many threads as cores. */
export async function hashesByLibrary(seconds: number, cost: number): Promise<Rate> {
  const args = ["--import", "tsx", BARE, String(seconds), String(cost)];
  const threads = String(Math.max(4, availableParallelism()));
  const env = { ...process.env, UV_THREADPOOL_SIZE: threads };
  const { stdout } = await promisify(execFile)(process.execPath, args, { env });
  const said: { hashes: number; seconds: number } = JSON.parse(stdout);
  return { done: said.hashes, seconds: said.seconds };
}

/** Of several rounds together, a second. */
export function perSecond(rounds: Rate[]): number {
  const done = rounds.reduce((total, round) => total + round.done, 0);
  return done / rounds.reduce((total, round) => total + round.seconds, 0);
}
