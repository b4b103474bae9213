import { type Failure, listed } from "./failures";
import type { Ran } from "./program";
import { type Counts, slowest } from "./report";

const results: Counts[] = [];

/** One thing that `npm test` looks at: says how it went and how long it took, and counts. */
export async function step(name: string, work: () => Promise<Counts & { output?: string }>) {
  const start = performance.now();
  const { passed, failed, took = [], output = "", ...more } = await work();
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const { failures = failed > 0 ? [{ test: "", message: output }] : [] } = more;
  results.push({ passed, failed, took, failures: failures.map((one) => of(name, one)) });
  if (failed > 0 && output) console.log(output.trimEnd());
  const counts = passed + failed > 1 ? `, ${passed} passed, ${failed} failed` : "";
  console.log(`${failed === 0 ? "✓" : "✗"} ${name} (${seconds} s${counts})`);
  return failed === 0;
}

function of(name: string, { test, message }: Failure): Failure {
  return { test: test ? `${name}: ${test}` : name, message };
}

/** A step that is one check: it passes or fails as a whole. */
export function check(name: string, work: () => Promise<Ran>) {
  return step(name, async () => {
    const { ok, output } = await work();
    return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
  });
}

/** Everything so far. */
export function total(): Counts {
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** What did not pass, a few lines each; none when everything did. */
export function notPassed(): string[] {
  return listed(results.flatMap(({ failures = [] }) => failures));
}

/** The ten tests that took longest. */
export function slowestTen(): string[] {
  return slowest(
    results.flatMap(({ took = [] }) => took),
    10,
  );
}
