import { describe, expect, it } from "vitest";
import { MIGRATIONS, readMigrations } from "../commands/db/files";
import { breaking } from "./additive";

const { migrationDirectories } = await readMigrations(MIGRATIONS);

describe("a migration lets the code of the release before run on", () => {
  it.each(migrationDirectories.map(({ path, migrationFile }) => [path, migrationFile.content]))(
    "%s",
    (_, { value }) => {
      expect(breaking(value)).toEqual([]);
    },
  );
});

describe("what breaks it is refused", () => {
  it.each([
    'DROP TABLE "User"',
    'DROP INDEX "User_email_key"',
    "DROP FUNCTION count_in_range",
    'ALTER TABLE "User" DROP COLUMN "image"',
    'ALTER TABLE "User" RENAME COLUMN "image" TO "picture"',
    'ALTER TABLE "User" RENAME TO "Person"',
    'ALTER TABLE "User" ALTER COLUMN "name" SET NOT NULL',
    'ALTER TABLE "User" ALTER COLUMN "name" SET DATA TYPE VARCHAR(9)',
    'ALTER TABLE "User" ALTER COLUMN "id" DROP DEFAULT',
    'ALTER TABLE "User" ADD COLUMN "age" INTEGER NOT NULL',
    'ALTER TABLE "User" ADD COLUMN "age" INTEGER, DROP COLUMN "image"',
    'ALTER TABLE "User" ADD COLUMN "nick" TEXT UNIQUE',
    'ALTER TABLE "User" ADD CONSTRAINT "c" CHECK ("name" <> \'\') NOT VALID',
    'CREATE UNIQUE INDEX "u" ON "User"("name")',
    "CREATE OR REPLACE FUNCTION count_in_range() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$",
    'DELETE FROM "User"',
    'TRUNCATE "User"',
  ])("%s", (statement) => {
    expect(breaking(`-- a comment;\nCREATE TABLE "New" (id int);\n${statement};`)).toEqual([
      statement.trim(),
    ]);
  });

  it("each statement on its own", () => {
    const sql = '-- contract: unused since 1.4\nDROP TABLE "A";\nDROP TABLE "B";';
    expect(breaking(sql)).toEqual(['DROP TABLE "B"']);
  });

  it("also with the marker in a text", () => {
    const sql = 'UPDATE "User" SET "name" = \'\n-- contract: not a comment\n\'';
    expect(breaking(sql)).toHaveLength(1);
  });

  it("also with a marker that gives no reason", () => {
    expect(breaking('-- contract:\nDROP TABLE "A"')).toEqual(['DROP TABLE "A"']);
  });
});

describe("what only adds is not", () => {
  it.each([
    'CREATE INDEX "i" ON "User"("name")',
    'ALTER TABLE "User" ADD COLUMN "age" INTEGER',
    'ALTER TABLE "User" ADD COLUMN "age" DECIMAL(9, 2) NOT NULL DEFAULT 0, ADD COLUMN "b" TEXT',
    "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $body$ SELECT 1; DROP TABLE x; $body$",
    'CREATE TABLE "New" (id int); ALTER TABLE "New" ADD CONSTRAINT "c" UNIQUE (id); CREATE UNIQUE INDEX "u" ON "New"(id)',
    '-- contract: nothing has read it since 1.4\nALTER TABLE "User" DROP COLUMN "image"',
  ])("%s", (sql) => {
    expect(breaking(sql)).toEqual([]);
  });
});
