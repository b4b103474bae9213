import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { playwrightCounts, vitestCounts } from "./report";

const well = { ok: true, output: "" };
const badly = { ok: false, output: "" };

describe("vitest", () => {
  const file = { status: "passed", assertionResults: [{}] };

  it.each([
    ["all is well", { passed: 3, total: 3 }, well, { passed: 3, failed: 0 }],
    ["one fails", { passed: 2, total: 3 }, badly, { passed: 2, failed: 1 }],
    ["nothing ran", { passed: 0, total: 0 }, well, { passed: 0, failed: 1 }],
    ["all passed, and still it failed", { passed: 3, total: 3 }, badly, { passed: 3, failed: 1 }],
  ])("%s", async (_, { passed, total }, ran, counts) => {
    const report = { numPassedTests: passed, numTotalTests: total, testResults: [file] };
    expect(await vitestCounts(await written(report), ran)).toEqual(counts);
  });

  it("counts a file that could not be loaded", async () => {
    const unloaded = { status: "failed", assertionResults: [] };
    const report = { numPassedTests: 2, numTotalTests: 2, testResults: [file, unloaded] };
    expect(await vitestCounts(await written(report), badly)).toEqual({ passed: 2, failed: 1 });
  });
});

describe("playwright", () => {
  const none = { expected: 0, unexpected: 0, flaky: 0, skipped: 0 };

  it.each([
    ["all is well", { ...none, expected: 3 }, well, { passed: 3, failed: 0 }],
    ["one fails", { ...none, expected: 2, unexpected: 1 }, badly, { passed: 2, failed: 1 }],
    ["one did not run", { ...none, expected: 2, skipped: 1 }, well, { passed: 2, failed: 1 }],
    ["nothing ran", none, well, { passed: 0, failed: 1 }],
    ["all passed, and still it failed", { ...none, expected: 3 }, badly, { passed: 3, failed: 1 }],
  ])("%s", async (_, stats, ran, counts) => {
    expect(await playwrightCounts(await written({ stats }), ran)).toEqual(counts);
  });
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
