import { beforeEach, describe, expect, it } from "vitest";
import { difference } from "@/commands/db/difference";
import { migrate, pending } from "@/commands/db/migrations";
import { emptyDatabase } from "@/e2e/support/unit";
import { attempt, reserve } from "@/e2e/support/unit/counted";
import { someone, stranger } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { Database } from "@/testing/database";
import { startSession } from "../session/start";
import { createUser } from "../user/create";
import { cleanup } from "./cleanup";
import { db } from "./client";

let url: string;
let admin: Database;

beforeEach(async () => {
  url = await emptyDatabase();
  admin = new Database(url);
  Reflect.deleteProperty(globalThis, Symbol.for("ingreso.database"));
});

/** What the product does, in statements of Prisma's and raw ones, alone and in transactions; then where it left its rows. */
async function worksIn(at: string): Promise<string[]> {
  tell({ DATABASE_URL: at });
  const address = someone();
  const { id } = await createUser(address, { name: "Ana" });
  await startSession({ id, address }, "email", stranger());
  await reserve("magic-link", address);
  await attempt(address);
  await cleanup();
  expect(await migrate(at)).toEqual({ applied: [] });
  expect(await db().user.count({ where: { sessions: { some: {} } } })).toBe(1);
  await db().$disconnect();
  const tables = await admin.sql<{ schema: string }>(
    "select distinct schemaname as schema from pg_tables where schemaname !~ '^(pg_|information)'",
  );
  return tables.map(({ schema }) => schema);
}

async function roleWith(...statements: string[]): Promise<string> {
  const role = `r_${new URL(url).pathname.slice(-12)}`;
  const name = new URL(url).pathname.slice(1);
  const told = [`create role ${role} login createdb`, `grant all on database ${name} to ${role}`];
  for (const statement of [...told, ...statements])
    await admin.sql(statement.replaceAll("ROLE", role));
  const own = new URL(url);
  own.username = role;
  return own.href;
}

describe("everything lives and works in one schema", () => {
  it("the role's own, by its search_path", async () => {
    const at = await roleWith(
      "create schema app authorization ROLE",
      "alter role ROLE set search_path = app",
    );
    expect(await migrate(at)).not.toEqual({ applied: [] });
    expect(await pending(at)).toEqual([]);
    expect(await worksIn(at)).toEqual(["app"]);
    expect(await difference(at)).toBeNull();
  });

  it("the role's own, by its name", async () => {
    const at = await roleWith("create schema ROLE authorization ROLE");
    await migrate(at);
    expect(await pending(at)).toEqual([]);
    expect(await worksIn(at)).toEqual([new URL(at).username]);
  });

  it.each(["app", "de la App", 'with "quotes"\\'])("the address's: ?schema=%s", async (schema) => {
    const at = `${await roleWith()}?schema=${encodeURIComponent(schema)}`;
    await migrate(at);
    expect(await pending(at)).toEqual([]);
    expect(await worksIn(at)).toEqual([schema]);
    expect(await difference(at)).toBeNull();
  });

  it("two of one database, which do not meet", async () => {
    const [one, other] = [`${url}?schema=one`, `${url}?schema=other`];
    await migrate(one);
    expect(await pending(other)).not.toEqual([]);
    await migrate(other);
    expect(await worksIn(other)).toEqual(expect.arrayContaining(["one", "other"]));
    expect(await admin.sql('select 1 from one."User"')).toEqual([]);
    expect(await admin.sql('select 1 from other."User"')).toHaveLength(1);
  });
});
