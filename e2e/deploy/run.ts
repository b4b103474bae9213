import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuild } from "@/local/build";
import { endWithSignals, type Ran, tool } from "../runner/program";
import { vitestCounts } from "../runner/report";
import { check, notPassed, step, total } from "../runner/step";
import { installOldPostgres } from "./old-postgres";
import { ensureTool, TOOLS } from "./tools";

// `npm run test:deploy`: what a bare machine cannot show, behind nginx and PgBouncer and on PostgreSQL 14. What a machine
// lacks is said and counts as failed; the rest runs all the same. `npm run test:deploy -- nginx` runs that file alone.

endWithSignals();
const only = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "ingreso-deploy-"));
chmodSync(scratch, 0o755); // as root, PostgreSQL runs as somebody else in there
process.once("exit", () => rmSync(scratch, { recursive: true, force: true }));

const left: string[] = [];
for (const one of TOOLS)
  if (!(await does(one.name, () => ensureTool(one)))) left.push(...one.files);
if (await does("production build", ensureBuild)) {
  const without = left.flatMap((file) => ["--exclude", `e2e/deploy/${file}.deploy.ts`]);
  await step("deployments", () => vitest("vitest.config.ts", [...without, ...only]));
  const old = only.length === 0 && (await does("PostgreSQL 14", () => installOldPostgres(scratch)));
  if (old) await step("on PostgreSQL 14", () => vitest("old-postgres.config.ts"));
}

for (const line of notPassed()) console.log(line);
const { passed, failed } = total();
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${passed} passed, ${failed} failed`);

async function vitest(config: string, args: string[] = []) {
  const report = join(scratch, `${config}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const all = ["run", "--config", `e2e/deploy/${config}`, ...reporters, ...args];
  const ran = await tool("vitest", all, { env: { OLD_POSTGRES: scratch }, show: true });
  return vitestCounts(report, ran);
}

/** A check of `work`, which passes unless that throws. */
function does(name: string, work: () => unknown): Promise<boolean> {
  return check(name, async (): Promise<Ran> => {
    try {
      await work();
      return { ok: true, output: "" };
    } catch (error) {
      return { ok: false, output: error instanceof Error ? error.message : String(error) };
    }
  });
}
