import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./program";
import { playwrightCounts, slowest, vitestCounts } from "./report";

const well = { ok: true, output: "" };
const badly = { ok: false, output: "" };

describe("vitest", () => {
  const one = {
    fullName: "a group its promise",
    duration: 1234,
    status: "passed",
    failureMessages: [],
  };
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
    const unloaded = {
      name: join(ROOT, "b.test.ts"),
      status: "failed",
      message: "no such import",
      assertionResults: [],
    };
    const report = { numPassedTests: 2, numTotalTests: 2, testResults: [file, unloaded] };
    const counts = await vitestCounts(await written(report), badly);
    const failures = [{ test: "b.test.ts (not loaded)", message: "no such import" }];
    expect(counts).toMatchObject({ passed: 2, failed: 1, failures });
  });

  it("says what did not pass, and why", async () => {
    const failed = { ...one, fullName: "fails", status: "failed", failureMessages: ["wrong"] };
    const skipped = { ...one, fullName: "was left out", status: "skipped" };
    const all = { ...file, status: "failed", assertionResults: [one, failed, skipped] };
    const after = { ...file, status: "failed", message: "not closed" };
    const report = { numPassedTests: 2, numTotalTests: 4, testResults: [all, after] };
    expect((await vitestCounts(await written(report), badly)).failures).toEqual([
      { test: "lib/a.test.ts: fails", message: "wrong" },
      { test: "lib/a.test.ts: was left out (skipped)", message: "" },
      { test: "lib/a.test.ts (the whole file)", message: "not closed" },
    ]);
  });

  it("says how long each test took", async () => {
    const report = { numPassedTests: 1, numTotalTests: 1, testResults: [file] };
    const { took } = await vitestCounts(await written(report), well);
    expect(took).toEqual([{ test: "lib/a.test.ts: a group its promise", ms: 1234 }]);
  });

  it("says why a group's tests were skipped, which is in the output alone", async () => {
    const skipped = { ...one, status: "skipped" };
    const group = { ...file, status: "failed", message: "", assertionResults: [skipped] };
    const report = { numPassedTests: 0, numTotalTests: 1, testResults: [group] };
    const output = " FAIL  lib/a.test.ts > a group\nError: no start\n";
    const { failures } = await vitestCounts(await written(report), { ok: false, output });
    expect(failures).toEqual([
      { test: "lib/a.test.ts (the whole file)", message: " > a group\nError: no start\n" },
      { test: "lib/a.test.ts: a group its promise (skipped)", message: "" },
    ]);
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
    const report = { stats, config, suites: [], errors: [] };
    expect(await playwrightCounts(await written(report), ran)).toMatchObject(counts);
  });

  const spec = (title: string, duration: number, status = "expected", ...said: string[]) => ({
    title,
    tests: [{ status, results: [{ duration, errors: said.map((message) => ({ message })) }] }],
  });

  it("says what did not pass, and why", async () => {
    const specs = [
      spec("passes", 1),
      spec("fails", 1, "unexpected", "wrong", "and late"),
      spec("passes at last", 1, "flaky", "wrong"),
      spec("was left out", 1, "skipped"),
    ];
    const stats = { expected: 1, unexpected: 1, flaky: 1, skipped: 1 };
    const errors = [{ message: "no such import" }];
    const report = { stats, config, suites: [{ title: "a.spec.ts", specs }], errors };
    const { failures } = await playwrightCounts(await written(report), badly);
    expect(failures).toMatchObject([
      { test: "no test", message: "no such import" },
      { test: "e2e/flows/a.spec.ts: fails", message: "wrong\nand late" },
      { test: "e2e/flows/a.spec.ts: passes at last (flaky)", message: "wrong" },
      { test: "e2e/flows/a.spec.ts: was left out (skipped)", message: "" },
    ]);
  });

  it("says how long each test took, in whatever group it is", async () => {
    const group = { title: "with scripts", specs: [spec("leads in", 2000)] };
    const file = { title: "a.spec.ts", specs: [spec("alone", 1000)], suites: [group] };
    const report = { stats: { ...none, expected: 2 }, config, suites: [file], errors: [] };
    const { took } = await playwrightCounts(await written(report), well);
    expect(took).toMatchObject([
      { test: "e2e/flows/a.spec.ts: alone", ms: 1000 },
      { test: "e2e/flows/a.spec.ts: with scripts leads in", ms: 2000 },
    ]);
  });
});

it("the slowest come first, and no more of them than asked for", () => {
  const took = [900, 12_345, 1000].map((ms) => ({ test: `takes ${ms}`, ms }));
  expect(slowest(took, 2)).toEqual(["  12.3 s  takes 12345", "   1.0 s  takes 1000"]);
});

it("a report that was never written is a failure, and what the tool said last is why", async () => {
  const ran = { ok: false, output: "begun\n\nout of memory\n" };
  const failures = [{ test: "no test", message: "begun\nout of memory" }];
  const counts = { passed: 0, failed: 1, failures };
  expect(await vitestCounts("/nowhere.json", ran)).toEqual(counts);
  expect(await playwrightCounts("/nowhere.json", ran)).toEqual(counts);
});

async function written(report: object): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "ingreso-report-")), "report.json");
  await writeFile(file, JSON.stringify(report));
  return file;
}
