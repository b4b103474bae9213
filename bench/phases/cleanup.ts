import { startChildProcess } from "@/local/child-process";
import { get } from "../apps/app";
import type { Contestant } from "../apps/contestant";
import { CONNECTIONS } from "../apps/load";
import { PRODUCT } from "../apps/product";
import { environmentIn, scriptOf } from "../apps/server";
import { COST, type Run } from "../context";
import { perSecond } from "../statistics";
import { signIns, watch } from "./passwords";

/** of `npm run db:cleanup`, which ends by itself after some seconds */
const MOST_RUNS = 20;

/** Rows past their time, far more than an hour brings, deleted while people sign in. */
export async function cleanup(run: Run): Promise<void> {
  const { sizes, stage } = run;
  const notes = run.section(`Clean-up over ${sizes.old.toLocaleString("en")} rows`);
  const product = await run.product();
  await fill(product, sizes.old);
  const before = await signInsUntil({ amount: CONNECTIONS * sizes.round });
  const began = performance.now();
  const cleaned = clean();
  const meanwhile = await signInsUntil({ ended: cleaned });
  const { runs, left, seconds } = await cleaned;
  notes.note("rows deleted", sizes.old - left);
  notes.note("rows deleted a second", (sizes.old - left) / seconds, "/s");
  notes.note("runs of db:cleanup", runs);
  for (const [when, { signed, looked }] of [
    ["before", before],
    ["meanwhile", meanwhile],
  ] as const) {
    notes.note(`sign-ins ${when}`, perSecond([signed]), "/s");
    notes.note(
      `a sign-in ${when}, p95`,
      notes.samples(`a sign-in ${when}`, signed.times).p95,
      "ms",
    );
    notes.note(`/login ${when}, p95`, notes.samples(`/login ${when}`, looked.times).p95, "ms");
  }

  async function signInsUntil(until: Parameters<typeof signIns>[1]) {
    const ended = signIns(product, until);
    return { looked: await watch(product, get("/login"), ended), signed: await ended };
  }

  async function clean() {
    const env = PRODUCT.settings({
      ...{ origin: product.server.url, databaseUrl: product.database.url },
      ...{ smtp: stage.sink.smtp, cost: COST },
    });
    for (let runs = 1; ; runs += 1) {
      const command = startChildProcess(["/bin/sh", "-c", scriptOf(PRODUCT.folder, "db:cleanup")], {
        ...{ cwd: PRODUCT.folder, env: { ...environmentIn(PRODUCT.folder), ...env } },
      });
      const stop = () => void command.stop();
      stage.signal.addEventListener("abort", stop);
      await command.ended;
      stage.signal.removeEventListener("abort", stop);
      const left = await old(product);
      if (left === 0 || runs === MOST_RUNS)
        return { runs, left, seconds: (performance.now() - began) / 1000 };
    }
  }
}

/** Half of them ended sessions, half of them unopened links. */
async function fill({ database }: Contestant, rows: number): Promise<void> {
  await database.sql(
    `insert into "Session" ("tokenHash", "userId", method, device, "createdAt", "lastUsedAt", "idleExpires", "absoluteExpires", "endedAt")
      select 'old' || n, u.id, 'password', 'Chrome en Windows', ago, ago, ago, ago, ago
      from (select id from "User" limit 1) u, generate_series(1, $1::int) n,
        lateral (select clock_timestamp() - interval '90 days' as ago) moments`,
    [rows / 2],
  );
  await database.sql(
    `insert into "OneTimeToken" (purpose, "tokenHash", address, "createdAt", expires, device)
      select 'magic-link', 'old' || n, 'old' || n || '@bench.example', ago, ago, 'Chrome en Windows'
      from generate_series(1, $1::int) n,
        lateral (select clock_timestamp() - interval '90 days' as ago) moments`,
    [rows / 2],
  );
  await database.sql("analyze");
}

async function old({ database }: Contestant): Promise<number> {
  const [row] = await database.sql<{ left: number }>(
    `select ((select count(*) from "Session" where "tokenHash" like 'old%')
      + (select count(*) from "OneTimeToken" where "tokenHash" like 'old%'))::int as left`,
  );
  return row?.left ?? 0;
}
