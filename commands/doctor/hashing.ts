import { limits } from "@/lib/config/limits";
import type { Settings } from "@/lib/config/settings";
import { bcryptHash, bcryptName } from "@/lib/password/bcrypt";
import { hashQueue } from "@/lib/password/queue";
import { type Finding, findingsOf } from "./finding";

const MEASURED_AT = 10;
const SAMPLES = 3;
/** in milliseconds: what a sign-in may take, between too cheap to guess and too slow to wait for */
const WANTED_MS = 250;
const TOO_SLOW_MS = 1000;
const TOO_FAST_MS = 60;

const { ok, note, warning } = findingsOf("hashing");

/** The cost at which this machine hashes in about 250 ms, and how many sign-ins a second the configured one gives. */
export async function hashingFindings({ bcryptCost: cost }: Settings): Promise<Finding[]> {
  const base = await measured();
  const at = (other: number) => base * 2 ** (other - MEASURED_AT);
  const fitting = costFor(WANTED_MS, base);
  const perSecond = Math.max(1, Math.round((hashQueue.slots * 1000) / at(cost)));
  const says = `BCRYPT_COST ${cost} takes ${Math.round(at(cost))} ms here: about ${perSecond} sign-ins a second`;
  const todo = `${fitting} takes about ${Math.round(at(fitting))} ms: BCRYPT_COST=${fitting}`;
  const library = await libraryFindings();
  if (at(cost) > TOO_SLOW_MS || at(cost) < TOO_FAST_MS) return [warning(says, todo), ...library];
  return [fitting === cost ? ok(says) : note(says, todo), ...library];
}

/**
 * The cost whose time comes nearest to `wanted`, in powers of two.
 * @param base what cost 10 takes; both in milliseconds
 */
export function costFor(wanted: number, base: number): number {
  const nearest = MEASURED_AT + Math.round(Math.log2(wanted / base));
  return Math.min(limits.bcryptCostMost, Math.max(limits.bcryptCostLeast, nearest));
}

/** The quickest of a few: what disturbs a measurement only makes it longer. */
async function measured(): Promise<number> {
  await bcryptHash("a password to warm up with", 4);
  const times: number[] = [];
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    const begun = performance.now();
    await bcryptHash("a password to measure with", MEASURED_AT);
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

async function libraryFindings(): Promise<Finding[]> {
  if ((await bcryptName()) === "bcrypt") return [];
  return [
    warning(
      "the native library did not load, JavaScript hashes instead: about three times slower",
      "npm ci on this very machine, or an image with glibc",
    ),
  ];
}
