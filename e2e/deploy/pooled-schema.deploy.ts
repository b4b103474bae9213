import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { migrate } from "@/commands/db/migrations";
import { databaseAdvice } from "@/lib/database/advice";
import { cleanup } from "@/lib/database/cleanup";
import { db } from "@/lib/database/client";
import { connectTo } from "@/lib/database/connection";
import { createUser } from "@/lib/user/create";
import { Database } from "@/testing/database";
import { emptyDatabase } from "../support/unit";
import { someone, together } from "../support/unit/people";
import { tell } from "../support/unit/settings";
import { ports } from "./app";
import { nobody } from "./nobody";
import { folder, serve } from "./program";
import { program } from "./tools";

let direct: string;
let pooled: string;

beforeAll(async () => {
  direct = await emptyDatabase();
  const server = new URL(direct);
  const [port = 0] = await ports(1);
  const ini = join(folder("pooled-schema"), "pgbouncer.ini");
  writeFileSync(
    ini,
    `[databases]
* = host=${server.hostname} port=${server.port} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 3
`,
  );
  await serve([program("pgbouncer") ?? "", ini], port, { as: nobody });
  pooled = direct.replace(`:${server.port}/`, `:${port}/`);
});

describe("through a transaction-mode pooler", () => {
  it("everything lives in the schema of the search_path", async () => {
    const admin = new Database(direct);
    const name = new URL(direct).pathname.slice(1);
    await admin.sql("create schema app");
    await admin.sql(`alter database ${name} set search_path = app`);
    await migrate(direct);
    tell({ DATABASE_URL: pooled });
    const made = await together(20, () => createUser(someone(), { name: "Ana" }));
    expect(made.every(({ created }) => created)).toBe(true);
    await cleanup();
    expect(await db().user.count()).toBe(20);
    expect(await admin.sql('select 1 from app."User"')).toHaveLength(20);
    await db().$disconnect();
  });

  it("a schema in the address is refused, and what to do instead is said", async () => {
    const uri = `${pooled}?schema=app`;
    const fault = await connectTo(uri, {}).catch((refusal: unknown) => refusal);
    expect(databaseAdvice(fault, uri)).toMatchObject({
      says: expect.stringMatching(/^the pooler on .* takes no schema and no options/),
      todo: expect.stringContaining("set search_path = app"),
    });
  });
});
