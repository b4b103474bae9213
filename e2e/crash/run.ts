import { parseArgs } from "node:util";
import { understood, wholeNumber } from "../runner/asked";
import { endWithSignals, tool } from "../runner/program";

// `npm run test:crash`: what `npm test` does a few times, as often as KILLS says, at moments that SEED says.

endWithSignals();
const KILLS = process.env.KILLS || "200";
const SEED = process.env.SEED || String(Date.now() % 1_000_000_000);
understood(() => [parseArgs({}), wholeNumber("KILLS", KILLS, 1), wholeNumber("SEED", SEED, 0)]);
const { ok } = await tool(
  "vitest",
  ["run", "--config", "e2e/vitest.config.ts", "--reporter=verbose", "e2e/crash/kill.test.ts"],
  { env: { KILLS, SEED }, show: true },
);
process.exitCode = ok ? 0 : 1;
