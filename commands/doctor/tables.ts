import type pg from "pg";
import { Prisma } from "@/prisma/generated/client";
import { connect } from "./connect";
import { type Finding, findingsOf } from "./finding";

const { ok, broken } = findingsOf("tables");

const NEEDED = ["select", "insert", "update", "delete"];

/**
 * Whether the app, by the address that it has, finds its tables and may do with them what it does. Asked once every migration is
 * applied, which may have been by another address, user and schema.
 */
export async function tableFindings(databaseUrl: string): Promise<Finding[]> {
  const client = await connect(databaseUrl);
  try {
    return [await reading(client)];
  } finally {
    await client.end();
  }
}

async function reading(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query<{ schema: string; user: string; reads: boolean }>(
    "select coalesce((select relnamespace::regnamespace::text from pg_class where oid = to_regclass('\"User\"')), quote_ident(current_schema())) as schema, current_user as user, current_setting('transaction_read_only')::boolean as reads",
  );
  const [{ schema, user, reads } = { schema: "", user: "", reads: false }] = rows;
  const missing = await names(client, "to_regclass(quote_ident(name)) is null");
  if (missing.length > 0)
    return broken(
      `the user "${user}" does not find ${missing.join(", ")} in its schema ${schema}`,
      "give DATABASE_URL and DATABASE_DIRECT_URL one schema: ?schema= in both, or one search_path for both users",
    );
  const mayNot = NEEDED.map((right) => `not has_table_privilege(quote_ident(name), '${right}')`);
  const closed = await names(client, mayNot.join(" or "));
  if (closed.length > 0 || !(await mayCount(client)))
    return broken(
      `the user "${user}" may not read and write ${closed.join(", ") || "the sequences"} in the schema ${schema}`,
      `as the owner: grant usage on schema ${schema} to "${user}", and ${NEEDED.join(", ")} on all tables, usage on all sequences, in it`,
    );
  if (reads)
    return broken(
      "the server takes no writes: a standby, or set to read only",
      "name the primary in DATABASE_URL; several hosts (one:5432,two:5432) are tried until one takes writes",
    );
  return ok(`all in the schema ${schema}, and "${user}" may read and write them`);
}

/** Those of our tables for which `condition` holds. */
async function names(client: pg.Client, condition: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select name from unnest($1::text[]) name where ${condition}`,
    [Object.values(Prisma.ModelName)],
  );
  return rows.map(({ name }) => name);
}

/** Numbered rows need their sequences. */
async function mayCount(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    `select coalesce(bool_and(has_sequence_privilege(sequence, 'usage')), true) as may
       from unnest($1::text[]) name
       join pg_attribute a on a.attrelid = to_regclass(quote_ident(name)) and a.attname = 'id'
       cross join lateral pg_get_serial_sequence(a.attrelid::regclass::text, 'id') sequence
      where sequence is not null`,
    [Object.values(Prisma.ModelName)],
  );
  return rows[0]?.may ?? false;
}
