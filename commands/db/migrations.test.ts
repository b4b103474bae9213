import { cp, mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { emptyDatabase } from "@/e2e/support/unit";
import { Database } from "@/testing/database";
import { MIGRATIONS } from "./files";
import { migrate, pending } from "./migrations";

it("applies everything once, in order", async () => {
  const url = await emptyDatabase();
  const missing = await pending(url);
  expect(missing.length).toBeGreaterThan(0);
  expect(missing).toEqual([...missing].sort());

  expect(await migrate(url)).toEqual({ applied: missing });
  expect(await pending(url)).toEqual([]);
  expect(await migrate(url)).toEqual({ applied: [] });
});

it("is applied by one of four that start at once", async () => {
  const url = await emptyDatabase();
  const missing = await pending(url);
  const four = await Promise.all([migrate(url), migrate(url), migrate(url), migrate(url)]);
  expect(four.flatMap(({ applied }) => applied)).toEqual(missing);
});

it("takes functions and strings with semicolons whole", async () => {
  const url = await emptyDatabase();
  const folder = await folderWith({
    "1_function": `
      CREATE FUNCTION two() RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN 'a;b'; END; $$;
      CREATE TABLE words (word text DEFAULT 'c;d');`,
  });
  await migrate(url, folder);
  const database = new Database(url);
  await database.sql("INSERT INTO words DEFAULT VALUES");
  expect(await database.sql("SELECT two(), word FROM words")).toEqual([
    { two: "a;b", word: "c;d" },
  ]);
});

it("leaves nothing of a migration that fails, and takes it once it is mended", async () => {
  const url = await emptyDatabase();
  const broken = await folderWith({
    "1_first": "CREATE TABLE first (id int);",
    "2_second": "CREATE TABLE second (id int); SELECT 1 / 0;",
  });
  await expect(migrate(url, broken)).rejects.toThrow("division by zero");
  const database = new Database(url);
  const tables = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1";
  expect((await database.sql(tables)).map(({ tablename }) => tablename)).toEqual([
    "_prisma_migrations",
    "first",
  ]);
  expect(await pending(url, broken)).toEqual(["2_second"]);

  const mended = await folderWith({
    "1_first": "CREATE TABLE first (id int);",
    "2_second": "CREATE TABLE second (id int);",
  });
  expect(await migrate(url, mended)).toEqual({ applied: ["2_second"] });
});

it("says in one line what is wrong with the database", async () => {
  const url = new URL(await emptyDatabase());
  const nowhere = new URL(url);
  nowhere.port = "9";
  const missing = new URL(url);
  missing.pathname = "/missing";
  await expect(migrate(missing.href)).rejects.toThrow(/^the database "missing" does not exist/);
  await expect(migrate(nowhere.href)).rejects.toThrow(
    /cannot be reached: .* \(ECONNREFUSED\): start it/,
  );
  await expect(migrate("mysql://elsewhere")).rejects.toThrow(
    /must be an address that begins with postgresql/,
  );
});

async function folderWith(migrations: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ingreso-migrations-"));
  await cp(join(MIGRATIONS, "migration_lock.toml"), join(folder, "migration_lock.toml"));
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}
