import { existsSync } from "node:fs";
import pg from "pg";

/** The database named by the settings cannot be entered; `message` is one line for a person. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
}

const CONNECT_MS = 5_000;

/**
 * The address that the database commands work on, past the pooler where one is named; `.env` counts.
 * @returns undefined when neither variable is set
 */
export function namedDatabase(): string | undefined {
  if (existsSync(".env")) process.loadEnvFile(".env");
  return process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL || undefined;
}

/** @throws {DatabaseUnavailable} when no variable names a database */
export function requireDatabase(): string {
  const url = namedDatabase();
  if (!url) throw new DatabaseUnavailable("DATABASE_URL is not set: where is the database?");
  return url;
}

/**
 * Enters the database and leaves it.
 * @throws {DatabaseUnavailable} with the reason, without the password
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const url = parse(databaseUrl);
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_MS,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("SELECT 1");
  } catch (error) {
    throw new DatabaseUnavailable(reason(error, url), { cause: error });
  } finally {
    await client.end().catch(() => undefined);
  }
}

function parse(databaseUrl: string): URL {
  if (!/^postgres(ql)?:\/\//.test(databaseUrl) || !URL.canParse(databaseUrl))
    throw new DatabaseUnavailable(
      "DATABASE_URL is not an address like postgresql://user@host/name",
    );
  return new URL(databaseUrl);
}

function reason(error: unknown, url: URL): string {
  const { code, message } = error as { code?: string; message?: string };
  const name = decodeURIComponent(url.pathname.slice(1));
  if (code === "3D000")
    return `the database "${name}" does not exist on ${url.host}: create it first`;
  if (code?.startsWith("28")) return `PostgreSQL on ${url.host} refuses the user: ${message}`;
  return `PostgreSQL on ${url.host} cannot be reached: ${message || code}`;
}
