import { POSTGRES_SCHEMES, readUri } from "@/lib/config/connection-uri";
import { databaseAt } from "@/lib/database/address";
import { type Advice, databaseAdvice } from "@/lib/database/advice";
import { connectTo } from "@/lib/database/connection";

/** The database named by the settings cannot be worked on; `message` is one line for a person. */
export class DatabaseUnavailable extends Error {
  override readonly name = "DatabaseUnavailable";
  constructor(
    readonly advice: Advice,
    options?: ErrorOptions,
  ) {
    super(`${advice.says}: ${advice.todo}`, options);
  }
}

const CONNECT_MS = 5_000;

/**
 * The address that the database commands work on, past the pooler where one is named.
 * @returns undefined when neither variable is set
 */
export function namedDatabase(): string | undefined {
  return process.env.DATABASE_DIRECT_URL || process.env.DATABASE_URL || undefined;
}

/** @throws {DatabaseUnavailable} when no variable names a database */
export function requireDatabase(): string {
  const url = namedDatabase();
  if (!url)
    throw new DatabaseUnavailable({
      says: "DATABASE_URL is not set",
      todo: "where is the database?",
    });
  return url;
}

/**
 * Enters the database and leaves it.
 * @throws {DatabaseUnavailable} with the reason and what to do, without the password
 * @throws {SettingsWrong} when PGSSLMODE is none of libpq's
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const read = readUri(databaseUrl, POSTGRES_SCHEMES);
  if (!read.ok) throw new DatabaseUnavailable({ says: variableOf(databaseUrl), todo: read.must });
  const address = databaseAt(databaseUrl);
  try {
    const client = await connectTo(address, { connectionTimeoutMillis: CONNECT_MS });
    await client.end();
  } catch (fault) {
    throw unavailable(fault, databaseUrl);
  }
}

/** What refused us, as one line for a person. */
export function unavailable(fault: unknown, databaseUrl: string): DatabaseUnavailable {
  const advice = databaseAdvice(fault, databaseUrl, variableOf(databaseUrl));
  return new DatabaseUnavailable(advice, { cause: fault });
}

function variableOf(databaseUrl: string): string {
  return databaseUrl === process.env.DATABASE_DIRECT_URL ? "DATABASE_DIRECT_URL" : "DATABASE_URL";
}
