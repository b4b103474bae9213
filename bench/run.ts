import "@/lib/config/environment";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "@/local/build";
import { say } from "@/local/within-lab";
import { peers } from "./apps/peers";
import { asked, PHASES, type Phase } from "./asked";
import { capacity } from "./capacity";
import { Run } from "./context";
import { machine } from "./machine/about";
import { cleanup } from "./phases/cleanup";
import { growth } from "./phases/growth";
import { highWater } from "./phases/high-water";
import { kit } from "./phases/kit";
import { links } from "./phases/links";
import { pages } from "./phases/pages";
import { passkeys } from "./phases/passkeys";
import { passwords } from "./phases/passwords";
import { phone } from "./phases/phone";
import { processes } from "./phases/processes";
import { sessions } from "./phases/sessions";
import { start } from "./phases/start";
import { statements } from "./phases/statements";
import { timing } from "./phases/timing";
import { weight } from "./phases/weight";
import { table, writeReport } from "./report";
import { onStage } from "./stage";

// `npm run bench [-- --peers --growth --quick --only sessions]`: the product beside its peers, and a report.

const PORT = Number(process.env.PORT || 4700);
const CAPACITY = fileURLToPath(new URL("CAPACITY.md", import.meta.url));
/** in milliseconds: what takes longer hangs, and ends the run */
const PHASE_MOST_MS = 10 * 60_000;
const MOST_MS: Partial<Record<Phase, number>> = { growth: 45 * 60_000 };
const RUN: Record<Phase, (run: Run) => Promise<void>> = {
  ...{ start, weight, phone, pages, sessions, links, passwords, passkeys, memory: highWater },
  ...{ statements, timing, kit, processes, growth, cleanup },
};

const { only, sizes, whole, ...rest } = asked();

await onStage(PORT, say, async (stage) => {
  const { signal } = stage;
  const about = machine(stage.postgres.version);
  say("Building, where the build is of other sources");
  await ensureBuild(signal);
  signal.throwIfAborted();
  const run = new Run(stage, sizes, rest.peers ? await peers(say, signal) : []);
  const began = performance.now();
  for (const phase of PHASES.filter((one) => only.has(one))) {
    const late = setTimeout(() => {
      say(`✗ ${phase} takes longer than it may`);
      process.kill(process.pid, "SIGTERM");
    }, MOST_MS[phase] ?? PHASE_MOST_MS);
    await RUN[phase](run).catch((fault: Error) => {
      signal.throwIfAborted();
      run.failed.push(`${phase}: ${fault.message}`);
      say(`  ✗ ${fault.message}`);
    });
    clearTimeout(late);
  }
  const { sections, failed } = run;
  const took = (performance.now() - began) / 1000;
  const report = {
    at: new Date().toISOString(),
    machine: about,
    asked: rest,
    took,
    sections,
    failed,
  };
  process.stdout.write(`${table(report)}\n`);
  say(`Written to ${writeReport(report, whole)}`);
  if (whole && failed.length === 0) writeFileSync(CAPACITY, capacity(report));
  return failed.length === 0 ? 0 : 1;
});
