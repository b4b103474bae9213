import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyDatabase } from "@/e2e/support/unit";
import { Database } from "@/testing/database";
import { difference } from "./difference";
import { MIGRATIONS } from "./files";

it("finds none between the migrations and the schema of this repository", async () => {
  expect(await difference(await emptyDatabase())).toBeNull();
});

it("prints the SQL that is missing, and leaves the database as it was", async () => {
  const url = await emptyDatabase();
  const folder = await mkdtemp(join(tmpdir(), "ingreso-migrations-"));
  await cp(MIGRATIONS, folder, { recursive: true });
  await mkdir(join(folder, "99999999999999_more"));
  const more = join(folder, "99999999999999_more", "migration.sql");
  await writeFile(more, "CREATE TABLE unknown (id int);");

  expect(await difference(url, folder)).toContain('DROP TABLE "unknown"');

  const database = new Database(url);
  expect(await database.sql("SELECT 1 FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
  const shadows = "SELECT 1 FROM pg_database WHERE datname LIKE 'prisma_shadow_%'";
  expect(await database.sql(shadows)).toEqual([]);
});
