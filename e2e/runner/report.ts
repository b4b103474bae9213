import { readFile } from "node:fs/promises";
import type { Ran } from "./program";

/** How many passed and failed; what did not run at all has failed. */
export type Counts = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numTotalTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
};

/** Counts what vitest's JSON reporter wrote to `file`. A file that could not even be loaded is one failure. */
export async function vitestCounts(file: string, ran: Ran): Promise<Counts> {
  const report = await read<VitestReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  const failed = report.numTotalTests - report.numPassedTests + unloaded.length;
  return honest({ passed: report.numPassedTests, failed }, ran);
}

/** Counts what Playwright's JSON reporter wrote to `file`. A test that passed at the second try has failed. */
export async function playwrightCounts(file: string, ran: Ran): Promise<Counts> {
  const report = await read<PlaywrightReport>(file);
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky, skipped } = report.stats;
  return honest({ passed: expected, failed: unexpected + flaky + skipped }, ran);
}

function honest({ passed, failed }: Counts, { ok }: Ran): Counts {
  const silent = failed === 0 && (!ok || passed === 0);
  return { passed, failed: silent ? 1 : failed };
}

async function read<Report>(file: string): Promise<Report | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
