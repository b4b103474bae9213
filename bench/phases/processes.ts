import { PASSWORD } from "../apps/app";
import { type Contestant, launch } from "../apps/contestant";
import { CONNECTIONS, type Load, load, WrongAnswer } from "../apps/load";
import { PRODUCT } from "../apps/product";
import { COST, inTurns, type Run } from "../context";
import { perSecond } from "../statistics";

const PROCESSES = [1, 2, 4];

/** The same load on one, two and four processes of the product on one database. */
export async function processes(run: Run): Promise<void> {
  const notes = run.section("Processes on one database");
  const { stage, sizes } = run;
  const product = await run.product();
  const { server, asks, database } = product;
  const others = [];
  for (let more = 1; more < Math.max(...PROCESSES); more += 1)
    others.push(await launch(stage, PRODUCT, COST, database.url, server.url));
  const all = [server, ...others];
  const cookie = await product.enter();
  const kinds = {
    "session checks": () => asks.session(cookie),
    "links asked for": () => asks.link(product.next()),
    "sign-ins by password": () => asks.signIn(product.next(), PASSWORD),
  };
  for (const [what, ask] of Object.entries(kinds)) {
    const found = await inTurns(PROCESSES, sizes, async (count, seconds) =>
      together(
        await Promise.all(
          all
            .slice(0, count)
            .map(({ url, pid }) =>
              load(
                { url, pid, database: stage.postgres.guard, signal: stage.signal },
                ask,
                { seconds },
                { connections: CONNECTIONS / count, oneOfMany: count > 1 },
              ),
            ),
        ),
      ),
    );
    for (const [count, loads] of found)
      notes.note(
        `${what}, ${count} ${count === 1 ? "process" : "processes"}`,
        perSecond(loads),
        "/s",
      );
  }
  notes.note(`connections to PostgreSQL of ${all.length} processes`, await connections(product));
  for (const { stop } of others) await stop();
}

/** What several did at the same time. */
function together(loads: Load[]): Load {
  if (loads.every(({ done }) => done === 0)) throw new WrongAnswer("no process answered");
  const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    done: sum(loads.map(({ done }) => done)),
    seconds: Math.max(...loads.map(({ seconds }) => seconds)),
    cpu: {
      server: sum(loads.map(({ cpu }) => cpu.server)),
      database: Math.max(...loads.map(({ cpu }) => cpu.database)),
    },
    times: loads.flatMap(({ times }) => times),
  };
}

async function connections({ database }: Contestant): Promise<number> {
  const [row] = await database.sql<{ open: number }>(
    `select count(*)::int as open from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`,
  );
  return row?.open ?? 0;
}
