import { readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { type Failure, lastLines } from "./failures";
import { type Ran, ROOT } from "./program";

/**
 * How many passed and failed; what did not run at all has failed. And where that is known, what did not pass and how long
 * each test took.
 */
export type Counts = { passed: number; failed: number; failures?: Failure[]; took?: Took[] };

/** One test, and how long it took. */
export type Took = { test: string; ms: number };

type VitestReport = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: VitestFile[];
};

type VitestFile = {
  name: string;
  status: string;
  message: string;
  assertionResults: {
    fullName: string;
    status: string;
    failureMessages: string[];
    duration?: number | null;
  }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  config: { rootDir: string };
  suites: PlaywrightSuite[];
  errors: { message?: string }[];
};

type PlaywrightSuite = {
  title: string;
  suites?: PlaywrightSuite[];
  specs: {
    title: string;
    tests: {
      status: string;
      results: { duration: number; errors: { message?: string }[] }[];
    }[];
  }[];
};

/** Counts what vitest's JSON reporter wrote to `file`. A file that could not even be loaded is one failure. */
export async function vitestCounts(file: string, ran: Ran): Promise<Counts> {
  const report = await read<VitestReport>(file);
  if (!report) return honest({ passed: 0, failed: 0 }, ran);
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
  const failures = report.testResults.flatMap((file) => failuresOf(file, ran.output));
  return honest({ passed: report.numPassedTests, failed, failures, took }, ran);
}

/**
 * A file that failed as a whole says so in a message of its own; its tests may all have passed. Where a group's start
 * failed, its tests were skipped, and only the output says why.
 */
function failuresOf({ name, status, message, assertionResults }: VitestFile, output: string) {
  const path = relative(ROOT, name);
  const failed = assertionResults.filter((one) => one.status !== "passed");
  const failures: Failure[] = failed.map((one) => ({
    test: `${path}: ${one.fullName}${kind(one.status)}`,
    message: one.failureMessages.join("\n"),
  }));
  const saidByTests = failed.some((one) => one.status === "failed");
  if (status !== "failed" || (saidByTests && !message)) return failures;
  const how = assertionResults.length === 0 ? "not loaded" : "the whole file";
  const [, said = ""] = output.split(`FAIL  ${path}`);
  return [{ test: `${path} (${how})`, message: message || said }, ...failures];
}

/** Counts what Playwright's JSON reporter wrote to `file`. A test that passed at the second try has failed. */
export async function playwrightCounts(file: string, ran: Ran): Promise<Counts> {
  const report = await read<PlaywrightReport>(file);
  if (!report) return honest({ passed: 0, failed: 0 }, ran);
  const { expected, unexpected, flaky, skipped } = report.stats;
  const tests = report.suites.flatMap((suite) =>
    within(suite, `${relative(ROOT, join(report.config.rootDir, suite.title))}:`),
  );
  const failures = [
    ...report.errors.map(({ message = "" }) => ({ test: "no test", message })),
    ...tests.filter(({ status }) => status !== "expected"),
  ];
  const counts = { passed: expected, failed: unexpected + flaky + skipped, failures, took: tests };
  return honest(counts, ran);
}

type PlaywrightTest = Took & Failure & { status: string };

function within({ specs, suites = [] }: PlaywrightSuite, path: string): PlaywrightTest[] {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({
      test: `${path} ${title}${kind(status)}`,
      status,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
      message: results.flatMap(({ errors }) => errors.map((one) => one.message ?? "")).join("\n"),
    })),
  );
  return [...own, ...suites.flatMap((suite) => within(suite, `${path} ${suite.title}`))];
}

/** How a test that was not simply passed or failed ended, behind its title. */
function kind(status: string): string {
  return ["passed", "failed", "expected", "unexpected"].includes(status) ? "" : ` (${status})`;
}

/** A tool that failed without a test that did, or tried nothing, has failed once: why is in what it said last. */
function honest(counts: Counts, { ok, output }: Ran): Counts {
  const silent = counts.failed === 0 && (!ok || counts.passed === 0);
  if (!silent) return counts;
  const said = { test: "no test", message: lastLines(output) };
  return { ...counts, failed: 1, failures: [...(counts.failures ?? []), said] };
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
