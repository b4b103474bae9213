import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "@/local/build";
import { endWithSignals, type Ran, tool } from "../run/program";
import { vitestCounts } from "../run/report";
import { check, step, total } from "../run/step";
import { ensureTools } from "./tools";

// `npm run test:deploy`: what a bare machine cannot show, behind Debian's nginx and PgBouncer and on its PostgreSQL.

endWithSignals();
const scratch = mkdtempSync(join(tmpdir(), "ingreso-deploy-"));
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

const found = await check("nginx, PgBouncer, PostgreSQL", () => said(ensureTools));
const built = found && (await check("production build", () => said(ensureBuild)));
if (built) await step("deployments", deployments);

const { passed, failed } = total();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

async function deployments() {
  const report = join(scratch, "vitest.json");
  const config = ["--config", "e2e/deploy/vitest.config.ts", ...process.argv.slice(2)];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return vitestCounts(
    report,
    await tool("vitest", ["run", ...config, ...reporters], { show: true }),
  );
}

async function said(work: () => unknown): Promise<Ran> {
  try {
    await work();
    return { ok: true, output: "" };
  } catch (error) {
    return { ok: false, output: error instanceof Error ? error.message : String(error) };
  }
}
