import pg from "pg";
import { databaseBeside } from "../database";

const LOOK_MS = 50;
const LONGEST_AWAY = "10min";
/** PostgreSQL's codes for what a role may not do (its manual, appendix A): privileges, ownership */
const REFUSED = "42501";

/** This role may not take its database away. */
export class MayNotTakeAway extends Error {
  override readonly name = "MayNotTakeAway";
}

/**
 * Takes a database away from everybody: its connections end, and new ones wait. Nothing is changed by it: it hangs on the
 * lock of a renaming that is never committed, so whoever holds that may be killed and the server gives the database back.
 * @param databaseUrl straight to the server, as an owner of the database who may also create one
 * @param longest after which the server gives it back by itself: a machine that falls asleep meanwhile lets go of nothing
 * @returns what gives it back
 * @throws MayNotTakeAway
 */
export async function takeAway(
  databaseUrl: string,
  longest = LONGEST_AWAY,
): Promise<() => Promise<void>> {
  const name = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
  const elsewhere = databaseBeside(databaseUrl);
  const [holder, ending] = [0, 1].map(() => new pg.Client({ connectionString: elsewhere }));
  if (!holder || !ending) throw new Error("two clients are two");
  for (const client of [holder, ending]) client.on("error", () => undefined);
  try {
    await Promise.all([holder.connect(), ending.connect()]);
    await holder.query("BEGIN");
    await holder.query(`SET LOCAL idle_in_transaction_session_timeout = '${longest}'`);
    const [from, to] = [name, `away ${name}`].map(pg.escapeIdentifier);
    // it has its lock first, and then waits five seconds for those who are connected still
    const renaming = holder.query(`ALTER DATABASE ${from} RENAME TO ${to}`).then(
      () => "held" as const,
      (error: Error) => error,
    );
    let outcome: "held" | Error | "looking" = "looking";
    while (outcome === "looking") {
      await ending.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
        [name],
      );
      const looking = new Promise<"looking">((resolve) => setTimeout(resolve, LOOK_MS, "looking"));
      outcome = await Promise.race([renaming, looking]);
    }
    if (outcome !== "held") throw outcome;
    return () => holder.end();
  } catch (error) {
    await holder.end();
    const { code, message } = error as { code?: string; message: string };
    throw code === REFUSED ? new MayNotTakeAway(message) : error;
  } finally {
    await ending.end();
  }
}
