import { MIGRATIONS, readMigrations, readSchema } from "./files";
import { withSchemaEngine } from "./schema-engine";

/**
 * The SQL that leads from the migrations to `prisma/schema.prisma`.
 * @param databaseUrl a server where a shadow database may be created (it is dropped again); nothing else there is touched
 * @returns null when the two say the same
 */
export async function difference(
  databaseUrl: string,
  folder: string = MIGRATIONS,
): Promise<string | null> {
  const migrations = await readMigrations(folder);
  const schema = await readSchema();
  return await withSchemaEngine(databaseUrl, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return exitCode === 2 ? (stdout ?? "") : null;
  });
}
