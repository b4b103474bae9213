import type { Database } from "@/testing/database";

export const TABLES = ["User", "Session", "OneTimeToken", "SendThrottle"];

/** How the nth of the filled-in people is called. */
export const addressAt = (n: number) => `g${n}@grown.example`;

const LONG_AGO = "clock_timestamp() - interval '3 hours'";
const ROWS: Record<string, (rows: number) => string> = {
  User: (rows) =>
    `insert into "User" (email, name) select 'g' || n || '@grown.example', 'Persona ' || n from generate_series(1, ${rows}) n`,
  Session: (
    rows,
  ) => `insert into "Session" ("tokenHash", "userId", method, device, "idleExpires", "absoluteExpires")
    select encode(sha256(id::text::bytea), 'hex'), id, 'password', 'Chrome en Windows',
      clock_timestamp() + interval '7 days', clock_timestamp() + interval '30 days' from "User" limit ${rows}`,
  OneTimeToken: (
    rows,
  ) => `insert into "OneTimeToken" (purpose, "tokenHash", address, "createdAt", expires, device, "browserHash", "usedAt")
    select 'magic-link', encode(sha256(('t' || n)::bytea), 'hex'), 'g' || n || '@grown.example', ${LONG_AGO}, ${LONG_AGO},
      'Chrome en Windows', encode(sha256(('b' || n)::bytea), 'hex'), ${LONG_AGO} from generate_series(1, ${rows}) n`,
  SendThrottle: (rows) => `insert into "SendThrottle" (purpose, address, sent1)
    select 'magic-link', 'g' || n || '@grown.example', ${LONG_AGO} from generate_series(1, ${rows}) n`,
};

/**
 * Fills the tables of an empty database with that many rows each: without their indexes, which are made afterwards, and
 * without asking of each row whether its person is there.
 */
export async function fill(database: Database, rows: number, signal: AbortSignal): Promise<void> {
  for (const [table, insert] of Object.entries(ROWS)) {
    signal.throwIfAborted();
    const indexes = await database.sql<{ name: string; definition: string }>(
      `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
        where indrelid = $1::regclass and not exists (select from pg_constraint where conindid = indexrelid)`,
      [`"${table}"`],
    );
    for (const { name } of indexes) await database.sql(`drop index ${name}`);
    await database.sql(`alter table "${table}" disable trigger all`);
    // one transaction: what is new in it need not be written ahead
    await database.sql(`truncate "${table}" cascade; ${insert(rows)}`);
    await database.sql(`alter table "${table}" enable trigger all`);
    for (const { definition } of indexes) {
      signal.throwIfAborted();
      await database.sql(definition);
    }
    // as a server that runs for long would have it
    await database.sql(`vacuum analyze "${table}"`);
  }
}
