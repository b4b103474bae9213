import { beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "@/e2e/support/unit";
import { connectAnew } from "@/e2e/support/unit/connect";
import { together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { tell } from "@/e2e/support/unit/settings";
import { Wire } from "@/e2e/support/unit/wire";
import { db } from "./client";
import { databaseFailed, databaseReachable } from "./reachable";

/** in milliseconds: longer than any look waits */
const LONG_MS = 4500;

let wire: Wire;
beforeAll(async () => {
  wire = await Wire.to(database.url);
  tell({ DATABASE_URL: wire.url });
});

/** The next look: what was seen before is older than a second by then. */
const next = (seen: boolean) =>
  vi.waitUntil(async () => (await databaseReachable()) === seen, { timeout: 10_000, interval: 50 });

/** The same without waiting for its age. */
const soon = (seen: boolean) => {
  databaseFailed();
  return next(seen);
};

describe("the database", () => {
  it("is looked at once a second, however many ask", async () => {
    await next(true);
    const [before, begun] = [wire.count(" as fit"), performance.now()];
    while (performance.now() - begun < 2000)
      expect(await together(50, databaseReachable)).toHaveLength(50);
    expect(wire.count(" as fit") - before).toBeGreaterThanOrEqual(1);
    expect(wire.count(" as fit") - before).toBeLessThanOrEqual(3);
  });

  it("is seen to be gone, and to be back, each within ten seconds", async () => {
    await next(true);
    wire.cut();
    await next(false);
    wire.mode = "whole";
    await next(true);
    expect(await db().user.count()).toBeGreaterThanOrEqual(0);
  });

  it("that does not answer is seen to be gone, and fails a query, within five seconds", async () => {
    await next(true);
    wire.mode = "hangs";
    const begun = performance.now();
    const query = db().$queryRaw`select 7`.catch(() => performance.now() - begun);
    await next(false);
    expect(await query).toBeLessThan(5000);
    wire.cut();
    wire.mode = "whole";
    await next(true);
  });
});

describe("a process whose connections are all in use", () => {
  const SLOW = "pg_sleep(2)";
  /** Ten that are connected, and what keeps them busy with ten more waiting for them. */
  async function occupy() {
    await next(true);
    const before = await connected();
    const asked = wire.count(SLOW);
    const done = together(20, () =>
      db()
        .$executeRawUnsafe(`select ${SLOW}`)
        .catch(() => 0),
    );
    await vi.waitUntil(() => wire.count(SLOW) - asked === 10, { timeout: 10_000 });
    databaseFailed();
    return { before, done };
  }
  async function connected(): Promise<number[]> {
    const rows = await together(
      10,
      () => db().$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid from pg_sleep(0.3)`,
    );
    return rows.map(([row]) => row?.pid ?? 0).sort((a, b) => a - b);
  }

  it("sees the database that answers, and throws no good connection away", async () => {
    const { before, done } = await occupy();
    expect(await databaseReachable()).toBe(true);
    await done;
    expect(await connected()).toEqual(before);
  });

  it("sees the database where they hang for good, and uses none of them again", async () => {
    const { done } = await occupy();
    wire.stick();
    const more = together(20, () => db().$executeRaw`select 1`.catch(() => 0));
    await vi.waitUntil(
      async () =>
        (await databaseReachable()) &&
        (await together(20, () => db().$queryRaw`select 8`).catch(() => null)),
      { timeout: 10_000 },
    );
    await Promise.all([done, more]);
  });
});

it("the database is not seen to be gone by a process that stood still in the middle of a look", async () => {
  const still = await Wire.to(database.url);
  process.env.DATABASE_URL = still.url;
  const other = new SecondProcess(`
    import { setTimeout as pause } from "node:timers/promises";
    import { databaseFailed, databaseReachable } from "./lib/database/reachable";
    const first = await databaseReachable();
    await gate();
    await pause(1100);
    console.log(JSON.stringify([first, await databaseReachable()]));
    process.exit();`);
  process.env.DATABASE_URL = wire.url;
  await other.ready();
  still.mode = "hangs";
  const ended = other.go<boolean[]>();
  await vi.waitUntil(() => still.count(" as fit") === 2, { timeout: 10_000 });
  const stood = performance.now();
  other.signal("SIGSTOP");
  await vi.waitUntil(() => performance.now() - stood > LONG_MS, { timeout: 10_000 });
  still.mode = "whole";
  other.signal("SIGCONT");
  expect(await ended).toEqual([true, true]);
});

describe("the database is not there for a sign-in", () => {
  const NAME = new URL(database.url).pathname.slice(1);
  const ROLE = `r_${NAME}`;
  const TABLES = "all tables in schema public";
  const EVERYTHING = [
    `grant all on ${TABLES} to ${ROLE}`,
    `grant all on all sequences in schema public to ${ROLE}`,
    `alter database "${NAME}" reset all`,
  ];

  beforeAll(async () => {
    const url = new URL(database.url);
    url.username = ROLE;
    await database.sql(`create role ${ROLE} login`);
    for (const statement of EVERYTHING) await database.sql(statement);
    await connectAnew(url.href);
  });

  it.each([
    [`revoke insert on "Activity" from ${ROLE}`, EVERYTHING[0]],
    [`revoke update on "Session" from ${ROLE}`, EVERYTHING[0]],
    [`revoke delete on "RangeHit" from ${ROLE}`, EVERYTHING[0]],
    [`revoke delete on "User" from ${ROLE}`, EVERYTHING[0]],
    [`revoke all on ${TABLES} from ${ROLE}`, EVERYTHING[0]],
    [`revoke all on sequence "RangeHit_id_seq" from ${ROLE}`, EVERYTHING[1]],
    ['alter table "TryThrottle" rename to "Tries"', 'alter table "Tries" rename to "TryThrottle"'],
    [
      "alter function count_in_range rename to counts",
      "alter function counts rename to count_in_range",
    ],
    [
      "revoke execute on function count_try_in_range from public",
      "grant execute on function count_try_in_range to public",
    ],
    [
      "alter function try_wait_of_range rename to waits",
      "alter function waits rename to try_wait_of_range",
    ],
    [
      "revoke execute on function try_wait_of_range from public",
      "grant execute on function try_wait_of_range to public",
    ],
    [`alter database "${NAME}" set default_transaction_read_only to on`, EVERYTHING[2]],
  ])("after %s, and is after %s", async (taken, given = "") => {
    await connectAnew();
    await soon(true);
    await database.sql(taken);
    await connectAnew();
    await soon(false);
    await database.sql(given);
    await soon(true);
  });

  it("and has written nothing by being looked at", async () => {
    await next(true);
    const rows = await database.sql<{ n: number }>(
      `select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as n from pg_stat_user_tables where relname <> '_prisma_migrations'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
