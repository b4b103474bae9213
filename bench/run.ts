import "@/lib/config/environment";
import os from "node:os";
import { parseArgs } from "node:util";
import { understood } from "@/e2e/runner/asked";
import { Database } from "@/e2e/support/lab/database";
import type { Lab } from "@/local/lab";
import { say, withinLab } from "@/local/within-lab";
import { look, post, SIGN_IN, signIns, watch } from "./client";
import { hashesByLibrary, perSecond, type Rate } from "./library";
import { PASSWORD, People } from "./people";
import { type Line, type Report, table, writeReport } from "./report";
import { type Summary, summary, welchT } from "./statistics";
import { linkTimes, passwordTimes } from "./timing";

understood(() => parseArgs({}));
const PORT = Number(process.env.PORT || 4700);
const COST = Number(process.env.BCRYPT_COST || 12);
/** The library and the product take turns, so that whatever else the machine does is shared between them. */
const ROUNDS = 3;
const ROUND_SECONDS = 7;
const TRIES = 200;
/** sign-ins, and looks at a page, before anything is measured: the first ones are compiled */
const WARM = 60;

const env = { BCRYPT_COST: String(COST), LOG_LEVEL: "warn" };
const onOutput = (text: string) => void process.stderr.write(text);

await withinLab({ port: PORT, env, onOutput }, async (lab) => {
  const report = await measure(lab);
  process.stdout.write(`${table(report)}\n`);
  say(`Written to ${writeReport(report)}`);
  return 0;
});

async function measure({ app, databaseUrl, env }: Lab): Promise<Report> {
  say("Making people");
  const database = new Database(databaseUrl);
  const people = await People.make(database, env, 5000);
  const samples: Record<string, Summary> = {};
  const lines: Line[] = [];
  const note = (what: string, value: number, unit = "", bound?: Line["bound"]) => {
    lines.push({ what, value, unit, bound });
    say(`  ${what}: ${value.toFixed(2)} ${unit}`);
  };

  say("Hashes by the bare library and sign-ins through the product, in turns");
  await signIns(app, people, WARM);
  const bare: Rate[] = [];
  const product: Rate[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await hashesByLibrary(ROUND_SECONDS, COST));
    product.push(await signIns(app, people, inSeconds(bare)));
  }
  note(`bcrypt at cost ${COST} alone, ${os.availableParallelism()} threads`, perSecond(bare), "/s");
  note("sign-ins by password through the product", perSecond(product), "/s");
  note("their ratio", perSecond(product) / perSecond(bare), "", { least: 0.9 });

  say("Pages while people sign in");
  const signedIn = await post(
    `${app}${SIGN_IN}`,
    { email: people.next(), password: PASSWORD },
    303,
  );
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
  for (const [page, jar] of [
    ["/login", ""],
    ["/cuenta", cookie],
  ] as const)
    await look(`${app}${page}`, jar, WARM);
  const busy = signIns(app, people, 2 * inSeconds(bare));
  const pages = {
    "/login": watch(`${app}/login`, "", busy),
    "/cuenta": watch(`${app}/cuenta`, cookie, busy),
  };
  for (const [page, times] of Object.entries(pages)) {
    const meanwhile = summary(await times);
    samples[`${page} meanwhile`] = meanwhile;
    note(`${page} meanwhile, p95`, meanwhile.p95, "ms", { most: 250 });
  }
  note("sign-ins meanwhile", perSecond([await busy]), "/s");

  say("Links asked for, with and without an account");
  const links = await linkTimes(app, people, TRIES);
  samples["link, an account"] = summary(links.known);
  samples["link, no account"] = summary(links.unknown);
  note("link: Welch's t of known and unknown", Math.abs(welchT(links.known, links.unknown)), "", {
    most: 3,
  });

  say("Wrong passwords, with and without an account");
  const passwords = await passwordTimes(app, people, TRIES);
  samples["wrong password, an account"] = summary(passwords.known);
  samples["wrong password, no account"] = summary(passwords.unknown);
  note(
    "password: Welch's t of known and unknown",
    Math.abs(welchT(passwords.known, passwords.unknown)),
    "",
    { most: 3 },
  );

  await database.close();
  const [load = 0] = os.loadavg();
  const machine = {
    cores: os.availableParallelism(),
    node: process.version,
    cpu: os.cpus()[0]?.model ?? "",
    load: load.toFixed(1),
  };
  return { at: new Date().toISOString(), machine, lines, samples };
}

/** How many the library makes in a round. */
function inSeconds(rounds: Rate[]): number {
  return Math.max(16, Math.round(perSecond(rounds) * ROUND_SECONDS));
}
