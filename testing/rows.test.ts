import { randomBytes, randomUUID } from "node:crypto";
import { beforeEach, expect, it } from "vitest";
import { database, freshAddress } from "@/e2e/support/unit";
import { Mine } from "./mine";
import { ageRows, removeRows } from "./rows";

/** A challenge is known by its hash alone: nobody's, and of no use twice. */
const NOBODYS = ["UsedChallenge", "_prisma_migrations"];
const HOUR_MS = 3_600_000;

type Owner = { id: string; email: string; network: string };

let mine: Owner;
let theirs: Owner;
beforeEach(async () => {
  mine = await ownerOfRows();
  theirs = await ownerOfRows();
});

it("an hour passes in every row of a test's own person, address and network, and in no other row", async () => {
  const [ours, others] = [await rowsOf(mine), await rowsOf(theirs)];
  const tables = Object.keys(await database.rows()).filter((table) => !NOBODYS.includes(table));
  expect(ours.map((row) => row.split(" ")[0])).toEqual(tables.toSorted());
  await ageRows(database, asMade(mine), "1 hour");
  expect(await rowsOf(mine)).toEqual(ours.map((row) => inMs(row, -HOUR_MS)));
  expect(await rowsOf(theirs)).toEqual(others);
});

it("what was made for a test is removed from every table, but for what its network did, and nothing else is", async () => {
  const others = await rowsOf(theirs);
  await removeRows(database, asMade(mine));
  expect((await rowsOf(mine)).map((row) => row.split(" ")[0])).toEqual(["RangeHit"]);
  expect(await rowsOf(theirs)).toEqual(others);
});

it("an address is enough: whoever came to be there ages and goes with it, under their later address too", async () => {
  const [asked, later] = [freshAddress(), freshAddress()];
  const moved = new Mine();
  moved.addAddress(asked.toUpperCase());
  await database.sql(`update "User" set email = $1 where id = $2`, [asked, mine.id]);
  await database.sql(`update "SendThrottle" set address = $1 where address = $2`, [
    asked,
    mine.email,
  ]);
  const ours = await rowsOf(mine);
  await ageRows(database, moved, "1 hour");
  expect(await rowsOf(mine)).not.toEqual(ours);
  await database.sql(`update "User" set email = $1 where id = $2`, [later, mine.id]);
  await removeRows(database, asMade({ ...mine, email: asked }));
  expect(await database.sql(`select from "User" where email = $1`, [later])).toEqual([]);
});

it("an address that a test only names ages, and is not removed: it may be anybody's", async () => {
  const named = new Mine();
  named.nameAddress(mine.email);
  const before = await rowsOf(mine);
  await removeRows(database, named);
  expect(await rowsOf(mine)).toEqual(before);
  await ageRows(database, named, "1 hour");
  expect(await rowsOf(mine)).not.toEqual(before);
});

it("a view of somebody's own is no table, and in nobody's way", async () => {
  await database.sql(
    `create view "Seen" as select id as "userId", count(*), now() as at from "User" group by id`,
  );
  try {
    await ageRows(database, asMade(mine), "1 hour");
    await removeRows(database, asMade(mine));
  } finally {
    await database.sql(`drop view "Seen"`);
  }
  expect(await database.sql(`select from "User" where id = $1`, [mine.id])).toEqual([]);
});

function asMade({ id, email, network }: Owner): Mine {
  const made = new Mine();
  made.addPerson({ id, email });
  made.addNetwork(network);
  return made;
}

/** Every row with somebody's id, address or network in it, with its table; moments in milliseconds. */
async function rowsOf({ id, email, network }: Owner): Promise<string[]> {
  const rows = Object.entries(await database.rows()).flatMap(([table, texts]) =>
    texts.map((text) => `${table} ${text}`),
  );
  return rows
    .filter((row) => [id, email, network].some((owner) => row.includes(`"${owner}"`)))
    .map((row) => inMs(row))
    .toSorted();
}

function inMs(row: string, later = 0): string {
  return row
    .replace(/"(\d{4}-\d\d-\d\dT[\d:.]+\+00:00)"/g, (_, moment) => `ms${Date.parse(moment)}`)
    .replace(/ms(\d+)/g, (_, ms) => `ms${Number(ms) + later}`);
}

/** A row in every table that is of somebody new. */
async function ownerOfRows(): Promise<Owner> {
  const owner = {
    id: randomUUID(),
    email: freshAddress(),
    network: `2001:db8:0:${randomBytes(2).toString("hex")}::/64`,
  };
  const tables = await database.sql<{ name: string; columns: [name: string, type: string][] }>(
    `select table_name as name, array_agg(array[column_name::text, data_type::text]) as columns
       from information_schema.columns
      where table_schema = 'public' and is_generated = 'NEVER' and column_default not like 'nextval%' is not false
      group by table_name order by table_name <> 'User'`,
  );
  for (const { name, columns } of tables.filter((table) => !NOBODYS.includes(table.name))) {
    const values = columns.map(([column, type]) => cell(name, column, type, owner));
    await database.sql(
      `insert into "${name}" (${columns.map(([column]) => `"${column}"`)}) values (${values.map((_, at) => `$${at + 1}`)})`,
      values,
    );
  }
  return owner;
}

function cell(table: string, column: string, type: string, { id, email, network }: Owner) {
  if (column === "userId" || (table === "User" && column === "id")) return id;
  if (["email", "address", "oldAddress", "newAddress"].includes(column)) return email;
  if (column === "range") return network;
  if (type === "uuid") return randomUUID();
  if (type === "timestamp with time zone") return new Date();
  if (type === "ARRAY") return [];
  if (type === "bytea") return Buffer.from("bytes");
  if (type === "boolean") return false;
  return type === "text" ? randomUUID() : 1;
}
