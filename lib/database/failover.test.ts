import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { GET as health } from "@/app/api/health/route";
import { migrate } from "@/commands/db/migrations";
import { Caller } from "@/e2e/support/unit/caller";
import { connectAnew } from "@/e2e/support/unit/connect";
import { attempt } from "@/e2e/support/unit/counted";
import { OwnPostgres } from "@/e2e/support/unit/own-postgres";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { Wire } from "@/e2e/support/unit/wire";
import { Prisma } from "@/prisma/generated/client";
import { Database } from "@/testing/database";
import { consumeMagicLink } from "../magic-link/consume";
import { newToken } from "../secrets";
import { endSessionsOf } from "../session/end";
import { startSession } from "../session/start";
import { createUser } from "../user/create";
import { removeUser } from "../user/remove";
import { rename } from "../user/rename";
import { db } from "./client";
import { databaseReachable } from "./reachable";
import { transact } from "./transaction";

/** in milliseconds: the rule's bound, from the moment at which the name leads to a server that takes writes */
const BACK_WITHIN = 10_000;
const EMPTY = `truncate "User", "OneTimeToken", "TryThrottle", "RangeHit", "Activity", "Notice" cascade`;

let old: Database;
let fresh: Database;
let wire: Wire;

beforeAll(async () => {
  [old, fresh] = [await ownServer(), await ownServer()];
});
const servers: OwnPostgres[] = [];
afterAll(() => Promise.all(servers.map((server) => server.stop())));

/** A server with a migrated database, which on each has the same name: one takes the place of another. */
async function ownServer(): Promise<Database> {
  const server = await OwnPostgres.start();
  servers.push(server);
  await server.sql("create database ingreso");
  const url = `postgresql://postgres@127.0.0.1:${server.port}/ingreso`;
  await migrate(url);
  return new Database(url);
}

/** Takes the rows of every table along, as a standby has them. */
async function copyRows(): Promise<void> {
  for (const name of Object.values(Prisma.ModelName)) {
    const [row] = await old.sql<{ rows: string }>(
      `select coalesce(json_agg(t), '[]')::text as rows from "${name}" t`,
    );
    await fresh.sql(`begin; set local session_replication_role to replica;
      insert into "${name}" select * from json_populate_recordset(null::"${name}", $rows$${row?.rows}$rows$);
      commit`);
  }
}

afterEach(async () => {
  await old.sql("alter system reset all");
  await old.sql("select pg_reload_conf()");
  await Promise.all([old, fresh].map((server) => server.sql(EMPTY)));
});

/** What a test wants to be there, at the old server and at the new one, and ten connections that live at the old one. */
async function begin<T>(made: () => Promise<T>): Promise<T> {
  wire = await Wire.to(old.url);
  await connectAnew(wire.url);
  await next(true);
  const there = await made();
  await copyRows();
  await together(10, () => db().$executeRaw`select pg_sleep(0.2)`);
  return there;
}

/** The old server stays up and takes no writes: what a primary does that has been replaced. */
async function retire(): Promise<void> {
  await old.sql("alter system set default_transaction_read_only to on");
  await old.sql("select pg_reload_conf()");
}

const next = (seen: boolean) =>
  vi.waitUntil(async () => (await databaseReachable()) === seen, { timeout: 10_000, interval: 20 });

const people = (count: number) => together(count, () => newPerson({ name: "Ana" }));

/** Each is a transaction, of a person who is there; the last two are none. */
const VERBS = {
  "opening a link": async (person: Someone) => {
    const { token } = await mint(person.address);
    const entering = { client: stranger(), sessionToken: newToken() };
    expect(await consumeMagicLink(token, entering)).toMatchObject({ ok: true });
  },
  "another name": (person: Someone) => rename(person, newToken(), stranger()),
  "ending sessions": ({ id }: Someone) => transact((transaction) => endSessionsOf(id, transaction)),
  "a new account": async () => removeUser(await newSomeone(), stranger()),
  "signing in": (person: Someone) => startSession(person, "email", stranger()),
  "a try": () => attempt(someone()),
};
type Someone = Awaited<ReturnType<typeof newPerson>>;

async function newSomeone(): Promise<Someone> {
  const address = someone();
  return { address, ...(await createUser(address, {})) };
}

describe("after a failover, with the old server up and read-only", () => {
  it("no statement fails for a connection that lives at the old one", async () => {
    await begin(() => people(1));
    await retire();
    wire.lead(fresh.url);
    for (let nth = 0; nth < 20; nth += 1)
      expect(await attempt(someone())).toMatchObject({ ok: true });
  });

  it("twenty of twenty valid links open", async () => {
    const links = await begin(async () =>
      Promise.all((await people(20)).map(({ address }) => mint(address))),
    );
    await retire();
    wire.lead(fresh.url);
    for (const { token } of links) {
      const entering = { client: stranger(), sessionToken: newToken() };
      expect(await consumeMagicLink(token, entering)).toMatchObject({ ok: true });
    }
  });

  it("no statement and no transaction fails that are begun at the same instant", async () => {
    const crowd = await begin(() => people(20));
    await retire();
    wire.lead(fresh.url);
    await Promise.all(
      crowd.map((person, nth) =>
        nth % 2 ? attempt(person.address) : VERBS["another name"](person),
      ),
    );
  });

  it("health is not ok while there is no other one, and all is well within ten seconds, under traffic", async () => {
    const crowd = await begin(() => people(6));
    const failed: Record<string, number> = {};
    const worked: Record<string, number> = {};
    let [over, returned] = [false, Number.POSITIVE_INFINITY];
    const traffic = Object.entries(VERBS).map(async ([name, verb], index) => {
      while (!over) {
        const begun = performance.now();
        try {
          await verb(crowd[index] as Someone);
          if (begun > returned) worked[name] ??= performance.now() - returned;
        } catch {
          if (begun > returned) failed[name] = performance.now() - returned;
        }
      }
    });
    await retire();
    await next(false);
    expect((await new Caller(health).get("/api/health")).status).toBe(503);
    wire.lead(fresh.url);
    returned = performance.now();
    await next(true);
    expect(performance.now() - returned).toBeLessThan(BACK_WITHIN);
    await vi.waitUntil(() => Object.keys(worked).length === Object.keys(VERBS).length, {
      timeout: BACK_WITHIN,
    });
    over = true;
    await Promise.all(traffic);
    for (const [name, ms] of Object.entries(worked))
      expect(failed[name] ?? 0, name).toBeLessThan(ms);
    expect(Math.max(...Object.values(worked))).toBeLessThan(BACK_WITHIN);
  });
});

describe("a server that ends its connections", () => {
  it.each([
    ["one by one", "pg_terminate_backend(pid)"],
    ["and is away for a moment", null],
  ])("%s, is used again within ten seconds, under traffic", async (_, ends) => {
    const crowd = await begin(() => people(6));
    let over = false;
    const late: number[] = [];
    let returned = Number.POSITIVE_INFINITY;
    const traffic = Object.values(VERBS).map(async (verb, index) => {
      while (!over) {
        const begun = performance.now();
        await verb(crowd[index] as Someone).catch(() => {
          if (begun > returned) late.push(performance.now() - returned);
        });
      }
    });
    if (ends)
      await old.sql(`select ${ends} from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid()`);
    else {
      wire.cut();
      await next(false);
      wire.mode = "whole";
    }
    returned = performance.now();
    await next(true);
    expect(performance.now() - returned).toBeLessThan(BACK_WITHIN);
    over = true;
    await Promise.all(traffic);
    expect(Math.max(0, ...late)).toBeLessThan(BACK_WITHIN);
    for (const [index, verb] of Object.values(VERBS).entries()) await verb(crowd[index] as Someone);
  });
});

it("connections that hang for good are not used again, and no look is deceived by them", async () => {
  await begin(() => people(1));
  wire.stick();
  const seen: boolean[] = [];
  await vi.waitUntil(async () => seen.push(await databaseReachable()) > 60, {
    timeout: 10_000,
    interval: 50,
  });
  expect(seen).not.toContain(false);
  expect(await attempt(someone())).toMatchObject({ ok: true });
});

it("a connection has an age, also one that is always in use", async () => {
  await begin(() => people(1));
  const clock = vi.spyOn(performance, "now");
  const backend = async () => {
    const [row] = await db().$queryRaw<{ pid: number }[]>`select pg_backend_pid() as pid`;
    return row?.pid;
  };
  const before = await backend();
  expect(await backend()).toBe(before);
  const later = performance.now() + 150_000;
  clock.mockImplementation(() => later);
  expect(await backend()).not.toBe(before);
  clock.mockRestore();
});
