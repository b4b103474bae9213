import type { Database } from "./database";
import type { Mine } from "./mine";

/** How a table says whose a row is: by the person's id, by an address, or by the network that it counts. */
const OWNERS = {
  people: ["userId", "User.id"],
  addresses: ["address", "email", "oldAddress", "newAddress"],
  networks: ["range"],
};

type Owned = Record<keyof typeof OWNERS, string[]>;
type Table = { name: string; columns: string[]; moments: string[] };

/**
 * Lets time pass for what belongs to a test, and for nothing else: every moment in those rows moves back by that much.
 * @param interval as PostgreSQL reads it: `61 seconds`, `8 days`
 */
export async function ageRows(database: Database, mine: Mine, interval: string): Promise<void> {
  const owned = await withTheirs(database, mine);
  for (const { name, columns, moments } of await tables(database)) {
    if (moments.length === 0) continue;
    const moved = moments.map((moment) => `"${moment}" = "${moment}" - $4::interval`);
    const statement = `UPDATE "${name}" SET ${moved.join(", ")} WHERE ${theirs(name, columns)}`;
    await database.sql(statement, [...owned, interval]);
  }
}

/**
 * Takes away the people and the addresses that were made for a test, with all that is theirs. What its network did stays: the
 * product forgets that by itself, and others may come from there too.
 */
export async function removeRows(database: Database, { people, made }: Mine): Promise<void> {
  if (people.length + made.length === 0) return;
  const owned = await withTheirs(database, { people, addresses: made, networks: [] });
  // who hangs on a person goes before them: no row is left without one
  const last = ({ name }: Table) => Number(name === "User");
  for (const { name, columns } of (await tables(database)).toSorted((a, b) => last(a) - last(b)))
    await database.sql(`DELETE FROM "${name}" WHERE ${theirs(name, columns)}`, owned);
}

/** The people too who came to be at those addresses, and the addresses that those people have by now, or had meanwhile. */
async function withTheirs(
  database: Database,
  { people, addresses, networks }: Owned,
): Promise<[people: string[], addresses: string[], networks: string[]]> {
  const users = await database.sql<{ id: string; email: string }>(
    `SELECT id, email FROM "User" WHERE id::text = ANY ($1) OR email = ANY ($2)`,
    [people, addresses],
  );
  const ids = [...people, ...users.map(({ id }) => id)];
  const former = await database.sql<{ address: string }>(
    `SELECT unnest(ARRAY["oldAddress", "newAddress"]) AS address FROM "EmailChange" WHERE "userId"::text = ANY ($1)`,
    [ids],
  );
  const emails = users.map(({ email }) => email);
  return [ids, [...addresses, ...emails, ...former.map(({ address }) => address)], networks];
}

/** SQL: whether a row is owned; `$1` are the people, `$2` the addresses, `$3` the networks. */
function theirs(table: string, columns: string[]): string {
  const named = Object.values(OWNERS).map((owners) =>
    columns.filter((column) => owners.includes(column) || owners.includes(`${table}.${column}`)),
  );
  return named
    .map(
      (own, at) =>
        `ARRAY[${own.map((column) => `"${column}"::text`)}]::text[] && $${at + 1}::text[]`,
    )
    .join(" OR ");
}

function tables(database: Database): Promise<Table[]> {
  return database.sql<Table>(
    `SELECT table_name AS name, array_agg(column_name::text) AS columns,
            coalesce(array_agg(column_name::text) FILTER (
              WHERE data_type = 'timestamp with time zone' AND is_generated = 'NEVER'), '{}') AS moments
       FROM information_schema.columns JOIN pg_tables ON (schemaname, tablename) = (table_schema, table_name)
      WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      GROUP BY table_name`,
  );
}
