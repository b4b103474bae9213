import { expect, it } from "vitest";
import { createDatabase, Database } from "./database";

it("lets time pass in every row and every moment, and nowhere else", async () => {
  const url = await createDatabase(process.env.DATABASE_URL ?? "");
  const database = new Database(url);
  await database.sql(`
    CREATE TABLE "Two" (id int, "first" timestamptz, "second" timestamptz, words text);
    CREATE TABLE "_prisma_migrations" (at timestamptz);
    INSERT INTO "Two" VALUES (1, '2026-01-08', '2026-01-09', 'same'), (2, '2026-02-01', NULL, 'same');
    INSERT INTO "_prisma_migrations" VALUES ('2026-01-08');`);

  await database.age("7 days");

  expect(
    await database.sql(
      `SELECT id, "first"::date::text AS a, "second"::date::text AS b, words FROM "Two" ORDER BY id`,
    ),
  ).toEqual([
    { id: 1, a: "2026-01-01", b: "2026-01-02", words: "same" },
    { id: 2, a: "2026-01-25", b: null, words: "same" },
  ]);
  expect(await database.sql(`SELECT at::date::text FROM "_prisma_migrations"`)).toEqual([
    { at: "2026-01-08" },
  ]);
});
