import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { generate } from "@/commands/db/generate.mjs";
import { endWithSignals, type Ran, tool } from "./runner/program";
import { playwrightCounts, vitestCounts } from "./runner/report";
import { check, notPassed, slowestTen, step, total } from "./runner/step";
import { ensureBrowser } from "./support/browser";

// `npm test`: everything that a bare machine can show. The build and the browser need both cores, so only the
// cheap checks run beside another.

endWithSignals();
const scratch = mkdtempSync(join(tmpdir(), "ingreso-test-"));
chmodSync(scratch, 0o711); // as root, PostgreSQL runs as somebody else in there
// an interrupted PostgreSQL still writes for a moment
const gone = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 };
process.once("exit", () => rmSync(scratch, gone));
const colors = process.stdout.isTTY ? "--colors=force" : "--colors=off";
let browser = "";

await check("prisma client", () => said(generate));
const [built] = await Promise.all([
  check("production build", () => tool("tsx", ["commands/build/run.ts"])),
  check("format and lint", () => tool("biome", ["ci", "--error-on-warnings", colors])),
  check("dead code", () => tool("knip", [])),
]);
await Promise.all([
  check("types", () => tool("tsc", ["--noEmit"])), // after the build, which writes the types of the pages
  step("unit and integration", units),
]);
const found = await check("browser", () => said(() => (browser = ensureBrowser())));
await step("end to end", built && found ? browserFlows : notTried);

for (const line of notPassed()) console.log(line);
console.log(`The slowest ten:\n${slowestTen().join("\n")}`);
const { passed, failed } = total();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

async function units() {
  const report = join(scratch, "vitest.json");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const config = ["--config", "e2e/vitest.config.ts"];
  const ran = await tool("vitest", ["run", ...config, ...reporters], {
    env: { TMPDIR: scratch },
    show: true,
  });
  return vitestCounts(report, ran);
}

async function browserFlows() {
  const report = join(scratch, "playwright.json");
  const ran = await tool("playwright", ["test", "--config", "e2e/playwright.config.ts"], {
    env: { CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report },
    show: true,
  });
  return playwrightCounts(report, ran);
}

async function notTried() {
  return { passed: 0, failed: 1, output: "not tried: it needs the production build and a browser" };
}

async function said(work: () => unknown): Promise<Ran> {
  try {
    work();
    return { ok: true, output: "" };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}
