import { afterEach, beforeEach, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { createDatabase, Database, databaseNamed } from "./database";
import { Turns } from "./turns";

let url: string;
let server: Database;
let open: Turns[];
const newTurns = () => {
  const turns = new Turns(url);
  open.push(turns);
  return turns;
};
const another = (deed: string) =>
  new SecondProcess(`
    import { Turns } from "./testing/turns";
    const turns = new Turns(${JSON.stringify(url)});
    ${deed}`);

beforeEach(async () => {
  open = [];
  url = await createDatabase(database.url);
  server = new Database(databaseNamed(url, "postgres"));
});
afterEach(async () => {
  for (const turns of open) await turns.close();
  await server.close();
});

it("two processes share a turn; who asks to be alone waits for both, and holds who comes later", async () => {
  const other = another(`
    await turns.share();
    await gate();
    await turns.close();
    console.log("null");`);
  const [sharing, loner, late] = [newTurns(), newTurns(), newTurns()];
  await Promise.all([other.ready(), sharing.share(), loner.share()]);

  const order: string[] = [];
  const alone = loner.alone().then(() => order.push("alone"));
  await waiting(1);
  const shared = late.share().then(() => order.push("shared"));
  await waiting(2);

  await sharing.end();
  await waiting(2);
  await other.go();
  await alone;
  expect(order).toEqual(["alone"]);
  await loner.end();
  await shared;
});

it("a process that is killed while it is alone lets the others go on, and they know that they waited", async () => {
  const other = another(`
    await turns.share();
    await turns.alone();
    await gate();`);
  await other.ready();
  const shared = newTurns().share();
  await waiting(1);
  await other.kill();
  expect(await shared).toBe(true);
  expect(await newTurns().share()).toBe(false);
});

it("two who share and ask to be alone at the same time are alone one after the other", async () => {
  const two = [newTurns(), newTurns()];
  await Promise.all(two.map((turns) => turns.share()));
  let inside = 0;
  let first = true;
  await Promise.all(
    two.map(async (turns) => {
      await Promise.all([turns.alone(), turns.alone()]);
      inside += 1;
      expect(inside).toBe(1);
      if (first) await waiting(1);
      first = false;
      inside -= 1;
      await turns.end();
    }),
  );
});

it("turns go on while the app's database takes no connection, and after the server ended theirs", async () => {
  const name = new URL(url).pathname.slice(1);
  await server.sql(`alter database "${name}" allow_connections false`);
  const [one, other] = [newTurns(), newTurns()];
  await one.share();
  await server.sql(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'ingreso/testing'`,
  );
  await other.alone();
  await other.end();
  await one.end();
  await one.share();
  const loner = other.alone();
  await waiting(1);
  await one.end();
  await loner;
});

async function waiting(count: number): Promise<void> {
  const locks = `select from pg_locks where locktype = 'advisory' and not granted and objsubid = 1
    and ((classid::bigint << 32) | objid::bigint) = hashtextextended($1, 0)`;
  await expect
    .poll(() => server.sql(locks, [`ingreso/testing ${new URL(url).pathname}`]))
    .toHaveLength(count);
}
