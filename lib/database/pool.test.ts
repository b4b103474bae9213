import { createHash } from "node:crypto";
import { expect, it, vi } from "vitest";
import { database } from "@/e2e/support/unit";
import { together } from "@/e2e/support/unit/people";
import { Wire } from "@/e2e/support/unit/wire";
import { faultOf } from "../log/log";
import { db } from "./client";
import { openPool } from "./pool";
import { transact } from "./transaction";

it("a statement and the transaction around it are sent without waiting for one another", async () => {
  const wire = await Wire.to(database.url);
  const { pool } = openPool(wire.url);
  await pool.query({ text: "select 1" });
  const before = wire.count("COMMIT");
  wire.mode = "hangs";
  const asked = pool.query({ text: "select 2" }).catch(() => "in vain");
  // nothing has been answered, and all of it is there
  await vi.waitUntil(() => wire.count("COMMIT") > before, { timeout: 2000 });
  wire.cut();
  expect(await asked).toBe("in vain");
  await pool.end();
});

it("of fifty at once, who waits longer for a connection than one may take is served, while the database answers", async () => {
  const asleep = () => transact((database) => database.$queryRaw`select pg_sleep(0.65)::text`);
  await together(50, asleep);
});

it("of forty before a database that hangs, nobody waits for more than five seconds", async () => {
  const wire = await Wire.to(database.url);
  const { pool } = openPool(wire.url);
  await pool.query({ text: "select 1" });
  wire.mode = "hangs";
  const begun = performance.now();
  const crowd = Array.from({ length: 40 }, () => pool.query({ text: "select 1" }));
  for (const { status } of await Promise.allSettled(crowd)) expect(status).toBe("rejected");
  expect(performance.now() - begun).toBeLessThan(5000);
  wire.cut();
  await pool.end();
});

it("a fault that comes through Prisma keeps PostgreSQL's code for the log", async () => {
  const fault = await db().$queryRaw`select 1 / 0`.catch((thrown: unknown) => thrown);
  expect(faultOf(fault)).toMatchObject({ sqlState: "22012" });
});

/** The names by which the server knows statements, on one connection on which one was asked three times. */
async function preparedOn(pool: ReturnType<typeof openPool>["pool"]): Promise<string[]> {
  const client = await pool.connect();
  for (let times = 0; times < 3; times += 1) {
    await client.query({ text: "BEGIN" });
    await client.query({ text: "select $1::text as said", values: [`${times}`] });
    await client.query({ text: "COMMIT" });
  }
  const { rows } = await client.query({ text: "select name from pg_prepared_statements" });
  client.release();
  await pool.end();
  return rows.map(({ name }) => name);
}

it("a statement that is asked again is prepared where the server itself is at the other end, under a name that no other statement has in any process", async () => {
  const digest = createHash("sha256").update("select $1::text as said").digest("base64url");
  expect(await preparedOn(openPool(database.url).pool)).toEqual([`ingreso ${digest.slice(0, 22)}`]);
});

it("behind a pooler, which says a process of its own, nothing is prepared: the next server would not know it", async () => {
  const { pool } = openPool(database.url);
  pool.on("connect", (client) => Object.assign(client, { processID: 4_000_000_000 }));
  expect(await preparedOn(pool)).toEqual([]);
});

it("a name that its server has from another client, or has not, sends a statement to another connection", async () => {
  const [name] = await preparedOn(openPool(database.url).pool);
  for (const swapped of [`prepare "${name}" as select 'of another'`, "deallocate all"]) {
    const { pool, ask } = openPool(database.url);
    const said = { text: "select $1::text as said", values: ["mine"] };
    await ask(said);
    if (swapped.startsWith("deallocate")) await ask(said);
    const client = await pool.connect();
    await client.query({ text: swapped });
    client.release();
    expect((await ask(said)).rows).toEqual([{ said: "mine" }]);
    await pool.end();
  }
});
