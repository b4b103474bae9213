import pg from "pg";
import { expect, it, onTestFinished } from "vitest";
import { database } from "@/e2e/support/unit";
import { Wire } from "./wire";

async function connected(): Promise<{ wire: Wire; client: pg.Client }> {
  const wire = await Wire.to(database.url);
  const client = new pg.Client({ connectionString: wire.url });
  onTestFinished(async () => {
    await client.end();
    await wire.close();
  });
  await client.connect();
  wire.statements();
  return { wire, client };
}

it("counts what is asked of PostgreSQL, simple and prepared, and no frame of it", async () => {
  const { wire, client } = await connected();
  await client.query("select 1");
  await client.query("begin");
  await client.query("select $1::int", [2]);
  for (const time of [1, 2, 3])
    await client.query({ name: "one", text: "select $1::int", values: [time] });
  await client.query("commit");
  expect([wire.statements(), wire.statements()]).toEqual([5, 0]);
});

it("counts a statement that is longer than one packet once", async () => {
  const { wire, client } = await connected();
  const long = "x".repeat(300_000);
  const { rows } = await client.query("select length($1::text) as length", [long]);
  expect([rows[0].length, wire.statements()]).toEqual([300_000, 1]);
});
