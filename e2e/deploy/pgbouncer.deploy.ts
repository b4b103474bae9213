import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { pending } from "@/commands/db/migrations";
import { databaseFindings } from "@/commands/doctor/database";
import { isPooled } from "@/commands/doctor/pooler";
import { attempt } from "@/e2e/support/unit/counted";
import { limits } from "@/lib/config/limits";
import { db, type Database as Transaction } from "@/lib/database/client";
import { transact } from "@/lib/database/transaction";
import { createUser } from "@/lib/user/create";
import { Program, tally, tokenIn } from "@/testing/program";
import { ROOT } from "../runner/program";
import { register } from "../support/lab/person";
import { database, emptyDatabase, freshAddress, inbox } from "../support/unit";
import { someone, together } from "../support/unit/people";
import { tell } from "../support/unit/settings";
import { app, ports } from "./app";
import { nobody } from "./nobody";
import { folder, serve } from "./program";
import { program } from "./tools";

const AT_ONCE = 50;
type Said = { at: Date; isolation: string };
let pooled = (direct: string) => direct;
let origins: string[] = [];
let programs: Program[] = [];

beforeAll(async () => {
  const [pool = 0, one = 0, other = 0] = await ports(3);
  const server = new URL(database.url);
  const here = folder("pgbouncer");
  const ini = join(here, "pgbouncer.ini");
  writeFileSync(
    ini,
    `[databases]
* = host=${server.hostname} port=${server.port} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${pool}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 5
max_client_conn = 200
`,
  );
  await serve([program("pgbouncer") ?? "", ini], pool, { as: nobody });
  pooled = (direct) => direct.replace(`:${server.port}/`, `:${pool}/`);
  const settings = { DATABASE_URL: pooled(database.url) };
  const apps = await Promise.all([app(one, settings), app(other, settings)]);
  origins = apps.map(({ url }) => url);
  programs = await Promise.all(origins.map((origin) => Program.at(origin)));
  tell(settings);
});

/** One of the two processes, by turns. */
const at = (index: number) => programs[index % programs.length] as Program;

describe("behind PgBouncer in transaction mode", () => {
  it("the doctor sees it, and asks for the address past it", async () => {
    expect(await isPooled(pooled(database.url))).toBe(true);
    expect(await isPooled(database.url)).toBe(false);
    const gravity = async (direct?: string) => {
      const findings = await databaseFindings(pooled(database.url), direct);
      return findings.find(({ check }) => check === "pooler")?.gravity;
    };
    expect(await gravity()).toBe("warning");
    expect(await gravity(database.url)).toBe("ok");
  });

  it("fifty link requests at once, at two processes, send one mail", async () => {
    const email = freshAddress();
    const asked = await together(AT_ONCE, (n) => at(n).post("/api/auth/signin/email", { email }));
    expect(tally(asked.map((answer) => answer.status()))).toEqual({ 200: 1, 429: AT_ONCE - 1 });
    expect(await inbox.mails(email)).toHaveLength(1);
  });

  it("fifty uses of a link at once, at two processes, open one session", async () => {
    const email = someone();
    await createUser(email, {});
    await at(0).post("/api/auth/signin/email", { email });
    const token = tokenIn(await inbox.wait(email));
    const used = await together(AT_ONCE, (n) => at(n).post("/api/auth/callback/email", { token }));
    expect(tally(used.map((answer) => answer.status()))).toEqual({ 200: 1, 401: AT_ONCE - 1 });
    const sessions = await database.sql(
      'select 1 from "Session" s join "User" u on u.id = s."userId" where u.email = $1',
      [email],
    );
    expect(sessions).toHaveLength(1);
  });

  it("fifty interactive transactions at once make one account", async () => {
    const address = someone();
    const prepared = { name: "Ana", googleSub: address };
    const made = await together(AT_ONCE, () => createUser(address, prepared));
    expect(made.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  });

  it("ten people register at once", async () => {
    const people = Array.from({ length: 10 }, () => freshAddress());
    await Promise.all(people.map((address, n) => register(origins[n % 2] ?? "", inbox, address)));
    const accounts = await database.sql('select 1 from "User" where email = any($1)', [people]);
    expect(accounts).toHaveLength(people.length);
  });

  it("whatever the database says by default, a moment is the same and every statement read committed", async () => {
    const name = new URL(database.url).pathname.slice(1);
    for (const said of [
      "timezone to 'America/Bogota'",
      "datestyle to 'SQL, DMY'",
      "default_transaction_isolation to 'serializable'",
      "statement_timeout to '50ms'",
    ])
      await database.sql(`alter database "${name}" set ${said}`);
    // those that it keeps open to the server begin before that was said
    await database.sql(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    const ask = (at: Pick<Transaction, "$queryRaw">) => at.$queryRaw<Said[]>`
      select clock_timestamp() as at, current_setting('transaction_isolation') as isolation, pg_sleep(0.1)::text as slept`;
    await vi.waitUntil(() => ask(db()).catch(() => null), { timeout: 10_000 });
    const answers = [
      ...(await together(20, () => ask(db()))),
      ...(await together(20, () => transact(ask))),
    ];
    for (const [answer] of answers) {
      expect(answer?.isolation).toBe("read committed");
      expect(Math.abs((answer?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
    }
    const address = someone();
    const tried = await together(AT_ONCE, () => attempt(address));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(limits.failuresBeforeBackoff);
    await database.sql(`alter database "${name}" reset all`);
  });

  it("migrations go past it", async () => {
    const direct = await emptyDatabase();
    const env = { DATABASE_URL: pooled(direct), DATABASE_DIRECT_URL: direct };
    const migrated = spawnSync(process.execPath, ["--import", "tsx", "commands/db/migrate.ts"], {
      cwd: ROOT,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
    expect(migrated).toMatchObject({ status: 0, stderr: "" });
    expect(await pending(direct)).toEqual([]);
  });
});
