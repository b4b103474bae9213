import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./program";
import { playwrightCounts, slowest, vitestCounts } from "./report";

const well = { ok: true, output: "" };
const badly = { ok: false, output: "" };

describe("vitest", () => {
  const one = { fullName: "a group its promise", duration: 1234 };
  const file = { name: join(ROOT, "lib/a.test.ts"), status: "passed", assertionResults: [one] };

  it.each([
    ["all is well", { passed: 3, total: 3 }, well, { passed: 3, failed: 0 }],
    ["one fails", { passed: 2, total: 3 }, badly, { passed: 2, failed: 1 }],
    ["nothing ran", { passed: 0, total: 0 }, well, { passed: 0, failed: 1 }],
    ["all passed, and still it failed", { passed: 3, total: 3 }, badly, { passed: 3, failed: 1 }],
  ])("%s", async (_, { passed, total }, ran, counts) => {
    const report = { numPassedTests: passed, numTotalTests: total, testResults: [file] };
    expect(await vitestCounts(await written(report), ran)).toMatchObject(counts);
  });

  it("counts a file that could not be loaded", async () => {
    const unloaded = { name: "b.test.ts", status: "failed", assertionResults: [] };
    const report = { numPassedTests: 2, numTotalTests: 2, testResults: [file, unloaded] };
    const counts = await vitestCounts(await written(report), badly);
    expect(counts).toMatchObject({ passed: 2, failed: 1 });
  });

  it("says how long each test took", async () => {
    const report = { numPassedTests: 1, numTotalTests: 1, testResults: [file] };
    const { took } = await vitestCounts(await written(report), well);
    expect(took).toEqual([{ test: "lib/a.test.ts: a group its promise", ms: 1234 }]);
  });
});

describe("playwright", () => {
  const config = { rootDir: join(ROOT, "e2e/flows") };
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

  it.each([
    ["all is well", { ...none, expected: 3 }, well, { passed: 3, failed: 0 }],
    ["one fails", { ...none, expected: 2, unexpected: 1 }, badly, { passed: 2, failed: 1 }],
    ["one did not run", { ...none, expected: 2, skipped: 1 }, well, { passed: 2, failed: 1 }],
    ["nothing ran", none, well, { passed: 0, failed: 1 }],
    ["all passed, and still it failed", { ...none, expected: 3 }, badly, { passed: 3, failed: 1 }],
  ])("%s", async (_, stats, ran, counts) => {
    expect(await playwrightCounts(await written({ stats, config, suites: [] }), ran)).toMatchObject(
      counts,
    );
  });

  it("says how long each test took, in whatever group it is", async () => {
    const spec = (title: string, duration: number) => ({
      title,
      tests: [{ results: [{ duration }] }],
    });
    const group = { title: "with scripts", specs: [spec("leads in", 2000)] };
    const file = { title: "a.spec.ts", specs: [spec("alone", 1000)], suites: [group] };
    const report = { stats: { ...none, expected: 2 }, config, suites: [file] };
    const { took } = await playwrightCounts(await written(report), well);
    expect(took).toEqual([
      { test: "e2e/flows/a.spec.ts: alone", ms: 1000 },
      { test: "e2e/flows/a.spec.ts: with scripts leads in", ms: 2000 },
    ]);
  });
});

it("the slowest come first, and no more of them than asked for", () => {
  const took = [900, 12_345, 1000].map((ms) => ({ test: `takes ${ms}`, ms }));
  expect(slowest(took, 2)).toEqual(["  12.3 s  takes 12345", "   1.0 s  takes 1000"]);
});

it("a report that was never written is a failure", async () => {
  expect(await vitestCounts("/nowhere.json", well)).toEqual({ passed: 0, failed: 1 });
  expect(await playwrightCounts("/nowhere.json", well)).toEqual({ passed: 0, failed: 1 });
});

async function written(report: object): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "ingreso-report-")), "report.json");
  await writeFile(file, JSON.stringify(report));
  return file;
}
