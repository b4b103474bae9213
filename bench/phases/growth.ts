import { statfsSync } from "node:fs";
import { localFolder } from "@/local/state";
import { type Ask, PASSWORD } from "../apps/app";
import { Contestant } from "../apps/contestant";
import { send } from "../apps/load";
import { PRODUCT } from "../apps/product";
import { CHEAP, type Run } from "../context";
import { median, shuffled } from "../statistics";
import { plans, scanned } from "./growth-plans";
import { addressAt, fill, TABLES } from "./growth-rows";

/** so much disk a row of each table takes at most, with its indexes, twice over */
const BYTES_A_ROW = 4_000;
const SIGNED_IN = 20;
const PEOPLE = 5_000;

type Grown = { rows: number; one: Contestant; cookies: string[]; times: Map<string, number[]> };

/**
 * The same acts on databases with few and with many users, sessions, tokens and sends, in turns, one after another: what
 * differs then is the database's size alone.
 */
export async function growth(run: Run): Promise<void> {
  const { stage, sizes } = run;
  const { rows: steps, tries } = sizes.growth;
  const notes = run.section("Growth");
  const { bavail, bsize } = statfsSync(localFolder());
  const most = Math.max(...steps);
  if (bavail * bsize < most * BYTES_A_ROW)
    throw new Error(`${most} rows need ${(most * BYTES_A_ROW) / 1e9} GB of free disk`);
  const all: Grown[] = [];
  for (const rows of steps) {
    const began = performance.now();
    all.push(await grow(run, rows));
    notes.note(
      `${rows.toLocaleString("en")} rows a table, filled in`,
      (performance.now() - began) / 1000,
      "s",
    );
  }
  for (let time = 0; time < tries; time += 1)
    for (const grown of shuffled(all)) await actAll(run, grown, time / tries);

  for (const what of all[0]?.times.keys() ?? []) {
    const middle = new Map(all.map(({ rows, times }) => [rows, median(times.get(what) ?? [])]));
    for (const [rows, time] of middle)
      notes.note(`${what} at ${rows.toLocaleString("en")}, p50`, time, "ms");
    const [few = Number.NaN] = middle.values();
    for (const [rows, time] of [...middle].slice(1))
      notes.note(`${what} at ${rows.toLocaleString("en")} ÷ few`, time / few, "×", { most: 1.2 });
  }
  for (const { rows, one } of all.slice(1)) {
    const at = `at ${rows.toLocaleString("en")}`;
    const { planned, unplanned, sequential } = await plans(one.database);
    notes.note(`statements planned ${at}`, planned);
    notes.note(`statements that cannot be without values ${at}`, unplanned);
    notes.note(`plans with a sequential scan ${at}`, sequential.length, "", { most: 0 });
    for (const statement of sequential) stage.say(`    ${statement}`);
    const ran = await scanned(one.database);
    notes.note(`sequential scans that ran ${at}`, ran, "", { most: 0 });
  }
  for (const { one } of all) {
    await one.stop();
    await stage.drop(one.database.url);
  }
}

async function grow(run: Run, rows: number): Promise<Grown> {
  const { stage } = run;
  const one = await Contestant.start(stage, PRODUCT, CHEAP, PEOPLE, (database) =>
    fill(database, rows, stage.signal),
  );
  const cookies: string[] = [];
  for (let time = 0; time < SIGNED_IN; time += 1) cookies.push(await one.enter());
  // what the fill and the first statements of a process cost is no part of it
  await one.database.sql("create extension pg_stat_statements");
  await one.database.sql("select pg_stat_statements_reset()");
  await one.database.sql(
    `select pg_stat_reset_single_table_counters(oid) from pg_class where relname = any($1)`,
    [TABLES],
  );
  return { rows, one, cookies, times: new Map() };
}

/** One of each, for another user each time. @param part where they are among all */
async function actAll(run: Run, { rows, one, cookies, times }: Grown, part: number): Promise<void> {
  const { asks, server } = one;
  const timed = async (what: string, ask: Ask) => {
    run.stage.signal.throwIfAborted();
    const began = performance.now();
    await send(server.url, ask);
    times.set(what, [...(times.get(what) ?? []), performance.now() - began]);
  };
  const cookie = cookies[Math.floor(Math.random() * cookies.length)] ?? "";
  const address = addressAt(1 + Math.floor(part * rows));
  await timed("a session check", asks.session(cookie));
  await timed("a link asked for", asks.link(address));
  await timed("a link used", asks.open(await run.stage.sink.linkTo(address)));
  await timed("a sign-in by password", asks.signIn(one.next(), PASSWORD));
}
