import { randomUUID } from "node:crypto";
import pg from "pg";

/** What a test looks through is not what the server says by default: that is what it looks at. */
const PLAIN = [
  "timezone=UTC",
  "datestyle=ISO",
  "default_transaction_isolation=read\\ committed",
  "default_transaction_read_only=off",
]
  .map((said) => `-c ${said}`)
  .join(" ");

/** The database of a test, past the product: to look at rows, and to let time pass. */
export class Database {
  readonly #pool: pg.Pool;

  constructor(readonly url: string) {
    this.#pool = new pg.Pool({
      connectionString: url,
      options: PLAIN,
      max: 2,
      allowExitOnIdle: true,
    });
    this.#pool.on("error", () => undefined);
  }

  /** Rows of one statement. */
  async sql<Row extends object = Record<string, unknown>>(
    text: string,
    values: unknown[] = [],
  ): Promise<Row[]> {
    return (await this.#pool.query(text, values)).rows as Row[];
  }

  /**
   * Lets time pass: every moment in every row moves back by that much. No test waits.
   * @param interval as PostgreSQL reads it: `61 seconds`, `8 days`
   */
  async age(interval: string): Promise<void> {
    const tables = await this.sql<{ name: string; columns: string[] }>(
      `SELECT table_name AS name, array_agg(column_name::text) AS columns
         FROM information_schema.columns
        WHERE table_schema = 'public' AND data_type = 'timestamp with time zone'
          AND is_generated = 'NEVER' AND table_name <> '_prisma_migrations'
        GROUP BY table_name`,
    );
    for (const { name, columns } of tables) {
      const moved = columns.map((column) => `"${column}" = "${column}" - $1::interval`);
      await this.sql(`UPDATE "${name}" SET ${moved.join(", ")}`, [interval]);
    }
  }

  /** Every row there is, by table, but for when a session was used last: what reads only leaves all of it as it was. */
  async rows(): Promise<Record<string, string[]>> {
    const tables = await this.sql<{ name: string }>(
      "select tablename as name from pg_tables where schemaname = 'public' order by 1",
    );
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const rows = await this.sql<{ row: string }>(
        `select (to_jsonb(t) - array['lastUsedAt', 'idleExpires'])::text as row from "${name}" t order by 1`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    return all;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

/**
 * A new database on the same server. Its files are copied whole: block by block, as PostgreSQL does from 15 on unless it is
 * told, takes five times the work.
 * @param serverUrl any database there
 * @param template what it is a copy of; nobody may be connected to that one
 * @returns its address
 */
export async function createDatabase(serverUrl: string, template = "template0"): Promise<string> {
  const name = `t_${randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ copied: string }>(
      `SELECT CASE WHEN current_setting('server_version_num')::int < 150000 THEN '' ELSE 'STRATEGY FILE_COPY' END AS copied`,
    );
    await client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}" ${rows[0]?.copied}`);
  } finally {
    await client.end();
  }
  return databaseNamed(serverUrl, name);
}

/** The address of the database `name` on the same server. */
export function databaseNamed(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** The address of a database that the server has besides the one named: it answers while that one is away. */
export function databaseBeside(url: string): string {
  return databaseNamed(url, new URL(url).pathname === "/postgres" ? "template1" : "postgres");
}
