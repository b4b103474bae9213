import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { databaseAt } from "@/lib/database/address";
import { connectTo } from "@/lib/database/connection";
import { checkDatabase, unavailable } from "./database";
import { MIGRATIONS, readMigrations } from "./files";
import { withSchemaEngine } from "./schema-engine";

const filters = { externalTables: [], externalEnums: [] };

/** The engine waits ten seconds for another process that migrates; a big migration takes longer. */
const LOCK_ATTEMPTS = 30;

/**
 * Applies what is missing of `prisma/migrations`, in order. Safe from several places at once: the engine takes
 * PostgreSQL's advisory lock, and who comes second finds nothing to do.
 * @param databaseUrl past any transaction-mode pooler
 * @returns the names applied by this very call
 * @throws {DatabaseUnavailable} when the database cannot be entered
 * @throws the engine's error when a migration fails: that migration left nothing behind
 */
export async function migrate(
  databaseUrl: string,
  folder: string = MIGRATIONS,
): Promise<{ applied: string[] }> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { applied: await apply(databaseUrl, folder) };
    } catch (error) {
      if (attempt === LOCK_ATTEMPTS || !lockIsTaken(error)) throw error;
    }
  }
}

/** The names in `prisma/migrations` that the database does not have yet. */
export async function pending(databaseUrl: string, folder: string = MIGRATIONS): Promise<string[]> {
  const { history } = await withSchemaEngine(databaseUrl, (engine) => diagnose(engine, folder));
  return history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
}

async function apply(databaseUrl: string, folder: string): Promise<string[]> {
  await makeSchema(databaseUrl);
  const migrationsList = await readMigrations(folder);
  return await withSchemaEngine(databaseUrl, async (engine) => {
    try {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters });
      return appliedMigrationNames;
    } catch (error) {
      if (!lockIsTaken(error)) await forgetFailed(engine, folder);
      throw error;
    }
  });
}

/** The schema that the address names; another command may be making it too. */
async function makeSchema(databaseUrl: string): Promise<void> {
  await checkDatabase(databaseUrl);
  const { schema } = databaseAt(databaseUrl);
  if (schema === null) return;
  const client = await connectTo(databaseUrl, {});
  try {
    const { rows } = await client.query("select 1 from pg_namespace where nspname = $1", [schema]);
    // "if not exists" would ask for the right to make it also where it is there
    if (rows.length === 0) await client.query(`create schema ${client.escapeIdentifier(schema)}`);
  } catch (fault) {
    const made = fault instanceof Error && "code" in fault && TAKEN.has(String(fault.code));
    if (!made) throw unavailable(fault, databaseUrl);
  } finally {
    await client.end();
  }
}

/** duplicate_schema, and unique_violation where two make it at once */
const TAKEN = new Set(["42P06", "23505"]);

function lockIsTaken(error: unknown): boolean {
  return error instanceof Error && error.message.includes("postgres advisory lock");
}

/** A script is one transaction, so a failed one is undone already: its record must not bar the mended one. */
async function forgetFailed(engine: SchemaEngine, folder: string): Promise<void> {
  const { failedMigrationNames } = await diagnose(engine, folder);
  for (const migrationName of failedMigrationNames)
    await engine.markMigrationRolledBack({ migrationName });
}

async function diagnose(engine: SchemaEngine, folder: string) {
  const migrationsList = await readMigrations(folder);
  return await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters,
  });
}
