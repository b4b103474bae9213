import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { ROOT } from "@/local/root";
import { poolOf } from "./connection";

/** What a process of the product logs that looks at its database a few times, a second apart. */
async function logged(DATABASE_URL: string): Promise<object[]> {
  const source = `
    import { db } from "@/lib/database/client";
    for (let n = 0; n < 4; n += 1) await db().$queryRaw\`select 1\`.catch(() => undefined);
    await db().$disconnect();`;
  const child = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", source], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL, LOG_LEVEL: "info" },
  });
  const lines = (await text(child.stdout)).trim().split("\n").filter(Boolean);
  return lines.map((line) => JSON.parse(line));
}

it("why the database is away is said once in the log, with what to do, without its password", async () => {
  const lines = await logged("postgresql://app:hunter2@127.0.0.1:1/ingreso");
  expect(lines).toEqual([
    expect.objectContaining({
      msg: "database: cannot be entered",
      why: "PostgreSQL on 127.0.0.1:1 cannot be reached: nothing listens there (ECONNREFUSED)",
      todo: expect.stringContaining("correct the host and port in DATABASE_URL"),
    }),
  ]);
  expect(JSON.stringify(lines)).not.toContain("hunter2");
});

it("a database that cannot hold every name says so in the log, and is not worked on", async () => {
  const name = `latin_${process.pid}`;
  // PostgreSQL 14 knows no other provider, and has no word for it
  const [how] = await database.sql<{ libc: string }>(
    `select case when current_setting('server_version_num')::int < 150000 then '' else 'locale_provider libc' end as libc`,
  );
  await database.sql(
    `create database ${name} encoding 'LATIN1' template template0 ${how?.libc} locale 'C'`,
  );
  const at = new URL(database.url);
  at.pathname = name;
  expect(await logged(at.href)).toEqual([
    expect.objectContaining({ why: expect.stringMatching(/is not encoded in UTF8/) }),
  ]);
});

it("a database that answers says nothing", async () => {
  expect(await logged(database.url)).toEqual([]);
});

it("a pool whose connections are all busy is no database that is away", async () => {
  const heard: unknown[] = [];
  const hears = { entered: () => undefined, refused: (fault: unknown) => heard.push(fault) };
  const pool = poolOf(database.url, { max: 1, connectionTimeoutMillis: 500 }, hears);
  const only = await pool.connect();
  await expect(pool.query("select 1")).rejects.toThrow("timeout exceeded");
  only.release();
  await pool.end();
  expect(heard).toEqual([]);
});
