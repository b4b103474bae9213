import { endWithSignals, tool } from "../run/program";

// `npm run test:kill`: what `npm test` does a few times, as often as KILLS says, at moments that SEED says.

endWithSignals();
const { KILLS = "200", SEED = String(Date.now() % 1_000_000_000) } = process.env;
const { ok } = await tool(
  "vitest",
  ["run", "--config", "e2e/vitest.config.ts", "--reporter=verbose", "e2e/kill/kill.test.ts"],
  { env: { KILLS, SEED }, show: true },
);
process.exitCode = ok ? 0 : 1;
