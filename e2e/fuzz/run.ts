import "@/lib/config/environment";
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { say, withinLab } from "@/local/within-lab";
import { Database } from "@/testing/database";
import { understood, wholeNumber } from "../runner/asked";
import { type CampaignReport, campaign } from "./campaign";
import { endpoints } from "./endpoints";
import { failureLines, summed, table, writeReport } from "./report";

// `npm run fuzz [-- --runs 20000 --seed 7 --endpoint /login --path …]`: bad requests to every endpoint, and a report.

const PORT = Number(process.env.PORT || 4800);
/** requests an endpoint between two looks at the log, the database and the sign-in */
const ROUND = 100;

const { seed, only, path, tried, each } = understood(() => {
  const { values } = parseArgs({
    options: {
      runs: { type: "string", default: process.env.FUZZ_RUNS || "5000" },
      seed: { type: "string", default: process.env.FUZZ_SEED || String(randomInt(2 ** 31)) },
      endpoint: { type: "string" },
      path: { type: "string" },
    },
  });
  const { endpoint } = values;
  const tried = endpoints().filter((one) => endpoint === undefined || one.path === endpoint).length;
  if (tried === 0) throw new Error(`--endpoint: there is none at ${endpoint}`);
  const each = Math.ceil(wholeNumber("--runs", values.runs, 1) / tried);
  return {
    seed: wholeNumber("--seed", values.seed, 0),
    only: endpoint,
    path: values.path,
    tried,
    each,
  };
});

let printed = "";
const env = { BCRYPT_COST: "10", TRUSTED_PROXY_HOPS: "1", LOG_LEVEL: "info" };
const onOutput = (text: string) => {
  printed += text;
};

say(`seed ${seed}, ${tried} endpoints, ${each} requests each`);
await withinLab({ port: PORT, env, onOutput }, async (lab, stopping) => {
  printed = ""; // Next's own first lines
  const rounds: CampaignReport[] = [];
  const target = {
    port: PORT,
    origin: lab.app,
    issuer: lab.google,
    database: new Database(lab.databaseUrl),
    printed: () => {
      const since = printed;
      printed = "";
      return since;
    },
    emptyInbox: () => fetch(`${lab.inbox}/api/mails`, { method: "DELETE" }),
  };
  for (let done = 0; done < each; done += ROUND) {
    const runs = Math.min(ROUND, each - done);
    // fast-check begins anew with each seed
    const round = await campaign(target, { seed: seed + rounds.length, runs, only, path });
    stopping.throwIfAborted();
    rounds.push(round);
    for (const line of failureLines(round)) say(line);
    say(`${summed(rounds).reduce((sum, one) => sum + one.tried, 0)} requests`);
  }
  const failures = rounds.flatMap((round) => [...round.failures, ...round.afterwards]);
  const summary = { at: new Date().toISOString(), seed, endpoints: summed(rounds), failures };
  process.stdout.write(`\n${table(summary.endpoints)}\n\n`);
  say(`${failures.length} complaints. Written to ${writeReport(summary)}`);
  return failures.length === 0 ? 0 : 1;
});
