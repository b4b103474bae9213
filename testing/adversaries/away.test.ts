import pg from "pg";
import { expect, it } from "vitest";
import { emptyDatabase } from "@/e2e/support/unit";
import { databaseNamed } from "../database";
import { MayNotTakeAway, takeAway } from "./away";

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on("error", () => undefined);
  await client.connect();
  return client;
}

/** Whether somebody new gets an answer of it. */
const answers = (url: string) =>
  connected(url).then(
    (client) => client.end().then(() => true),
    () => false,
  );

it("a database that is taken away lets nobody in, and comes back when it is given back", async () => {
  const url = await emptyDatabase();
  const inside = await connected(url);
  const giveBack = await takeAway(url);
  await expect(inside.query("SELECT 1")).rejects.toThrow();
  expect(await answers(url)).toBe(false);
  await giveBack();
  expect(await answers(url)).toBe(true);
});

it("a database comes back when whoever took it away is killed", async () => {
  const url = await emptyDatabase();
  await takeAway(url);
  const server = await connected(databaseNamed(url, "postgres"));
  const { rows } = await server.query(
    "SELECT pid FROM pg_stat_activity WHERE query LIKE $1 AND state = 'idle in transaction'",
    [`ALTER DATABASE "${new URL(url).pathname.slice(1)}" RENAME%`],
  );
  expect(rows).toHaveLength(1);
  await server.query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
  await server.end();
  await expect.poll(() => answers(url)).toBe(true);
});

it("a database comes back by itself when whoever took it away is heard of no more", async () => {
  const url = await emptyDatabase();
  const giveBack = await takeAway(url, "100ms");
  await expect.poll(() => answers(url)).toBe(true);
  await giveBack();
});

it("whoever does not own a database does not take it away, and that is said", async () => {
  const url = await emptyDatabase();
  const server = await connected(databaseNamed(url, "postgres"));
  const role = `guest_${process.pid}`;
  await server.query(`CREATE ROLE ${role} LOGIN`);
  await server.end();
  const asGuest = new URL(url);
  asGuest.username = role;
  await expect(takeAway(asGuest.href)).rejects.toThrow(MayNotTakeAway);
  expect(await answers(url)).toBe(true);
});
