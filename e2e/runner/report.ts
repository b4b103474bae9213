import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Ran, ROOT } from "./program";

/** How many passed and failed; what did not run at all has failed. And how long each test took, where that is known. */
export type Counts = { passed: number; failed: number; took?: Took[] };

/** One test, and how long it took. */
export type Took = { test: string; ms: number };

type VitestReport = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: {
    name: string;
    status: string;
    assertionResults: { fullName: string; duration?: number | null }[];
  }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  config: { rootDir: string };
  suites: PlaywrightSuite[];
};

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs: { title: string; tests: { results: { duration: number }[] }[] }[];
};

/** Counts what vitest's JSON reporter wrote to `file`. A file that could not even be loaded is one failure. */
export async function vitestCounts(file: string, ran: Ran): Promise<Counts> {
  const report = await read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numTotalTests - report.numPassedTests + unloaded.length;
  const took = report.testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, duration }) => ({
      test: `${relative(ROOT, name)}: ${fullName}`,
      ms: duration ?? 0,
    })),
  );
  return honest({ passed: report.numPassedTests, failed, took }, ran);
}

/** Counts what Playwright's JSON reporter wrote to `file`. A test that passed at the second try has failed. */
export async function playwrightCounts(file: string, ran: Ran): Promise<Counts> {
  const report = await read<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  const took = report.suites.flatMap((suite) =>
    within(suite, `${relative(ROOT, join(report.config.rootDir, suite.title))}:`),
  );
  return honest({ passed: expected, failed: unexpected + flaky + skipped, took }, ran);
}

function within({ specs, suites = [] }: PlaywrightSuite, path: string): Took[] {
  const own = specs.map(({ title, tests }) => ({
    test: `${path} ${title}`,
    ms: tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0),
  }));
  return [...own, ...suites.flatMap((suite) => within(suite, `${path} ${suite.title}`))];
}

function honest(counts: Counts, { ok }: Ran): Counts {
  const silent = counts.failed === 0 && (!ok || counts.passed === 0);
  return silent ? { ...counts, failed: 1 } : counts;
}

/** The `count` slowest, a line each: the slowest first. */
export function slowest(took: Took[], count: number): string[] {
  const first = took.toSorted((one, other) => other.ms - one.ms).slice(0, count);
  return first.map(({ test, ms }) => `${(ms / 1000).toFixed(1).padStart(6)} s  ${test}`);
}

async function read<Report>(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
