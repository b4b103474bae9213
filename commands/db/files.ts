import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";

const room = fileURLToPath(new URL("../../prisma", import.meta.url));

/** Where the migrations lie, unless a command is told otherwise. */
export const MIGRATIONS = join(room, "migrations");

const SCHEMA = join(room, "schema.prisma");
const LOCK = "migration_lock.toml";

/** Every migration in `folder` in the order of its name, as the schema engine wants them. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return {
    baseDir: folder,
    lockfile: { path: LOCK, content: await readFile(join(folder, LOCK), "utf8") },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all(
      names.sort().map(async (name) => ({
        path: name,
        migrationFile: {
          path: "migration.sql",
          content: {
            tag: "ok" as const,
            value: await readFile(join(folder, name, "migration.sql"), "utf8"),
          },
        },
      })),
    ),
  };
}

/** `prisma/schema.prisma`, as the schema engine wants it. */
export async function readSchema(): Promise<SchemasContainer> {
  return { files: [{ path: SCHEMA, content: await readFile(SCHEMA, "utf8") }] };
}
