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
  const aged = (await tables(database))
    .filter(({ moments }) => moments.length > 0)
    .map(({ name, columns, moments }) => {
      const moved = moments.map((moment) => `"${moment}" = "${moment}" - $4::interval`);
      return `UPDATE "${name}" SET ${moved.join(", ")} WHERE ${theirs(name, columns)}`;
    });
  await together(database, aged, await withTheirs(database, mine), [interval]);
}

/** Takes away the people and the addresses that were made for a test, with all that is theirs. */
export async function removeRows(database: Database, mine: Mine): Promise<void> {
  const { people, made, networks } = mine;
  if (people.length + made.length === 0) return;
  const owned = await withTheirs(database, { people, addresses: made, networks });
  const removed = (await tables(database)).map(
    ({ name, columns }) => `DELETE FROM "${name}" WHERE ${theirs(name, columns)}`,
  );
  await together(database, removed, owned);
}

/** The people too who came to be at those addresses, and the addresses that those people have by now, or had meanwhile. */
async function withTheirs(
  database: Database,
  { people, addresses, networks }: Owned,
): Promise<Owned> {
  const users = await database.sql<{ id: string; email: string }>(
    `SELECT id, email FROM "User" WHERE id::text = ANY ($1) OR email = ANY ($2)`,
    [people, addresses],
  );
  const ids = [...people, ...users.map(({ id }) => id)];
  const former = await database.sql<{ address: string }>(
    `SELECT unnest(ARRAY["oldAddress", "newAddress"]) AS address FROM "EmailChange" WHERE "userId"::text = ANY ($1)`,
    [ids],
  );
  return {
    people: ids,
    addresses: [
      ...addresses,
      ...users.map(({ email }) => email),
      ...former.map(({ address }) => address),
    ],
    networks,
  };
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

/** One statement, so that the app sees all of it or nothing. */
async function together(
  database: Database,
  statements: string[],
  { people, addresses, networks }: Owned,
  more: string[] = [],
): Promise<void> {
  const parts = statements.map((statement, at) => `part${at} AS (${statement})`);
  const values = [people, addresses, networks, ...more];
  await database.sql(`WITH ${parts.join(", ")} SELECT`, values);
}

function tables(database: Database): Promise<Table[]> {
  return database.sql<Table>(
    `SELECT table_name AS name, array_agg(column_name::text) AS columns,
            coalesce(array_agg(column_name::text) FILTER (
              WHERE data_type = 'timestamp with time zone' AND is_generated = 'NEVER'), '{}') AS moments
       FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
      GROUP BY table_name`,
  );
}
