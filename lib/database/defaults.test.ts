import { afterEach, describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { connectAnew } from "@/e2e/support/unit/connect";
import { attempt, reserve } from "@/e2e/support/unit/counted";
import { withPassword } from "@/e2e/support/unit/passwords";
import { newPerson, someone, stranger, together } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import { activityOf } from "../activity/list";
import { limits } from "../config/limits";
import { requestMagicLink } from "../magic-link/request";
import { hourOf } from "../messages/hour";
import { emailWait, releaseEmail } from "../rate-limit/emails";
import { countInSubnet } from "../rate-limit/subnets";
import { newToken } from "../secrets";
import { userOfSession } from "../session/current";
import { startSession } from "../session/start";
import { exportUser } from "../user/export";
import { db } from "./client";
import { transact } from "./transaction";

const name = new URL(database.url).pathname.slice(1);
/** in milliseconds: between a statement here and its row there */
const NEAR = 60_000;
const near = (moment: Date | undefined) => Math.abs((moment?.getTime() ?? 0) - Date.now()) < NEAR;

/** What a database or a role says by default, from now on. */
async function defaults(said: Record<string, string>, whose = `database "${name}"`) {
  for (const [setting, value] of Object.entries(said))
    await database.sql(`alter ${whose} set ${setting} to '${value}'`);
  await connectAnew();
}

afterEach(async () => {
  await database.sql(`alter database "${name}" reset all`);
  await database.sql(`alter role postgres in database "${name}" reset all`);
  await connectAnew();
});

const SHAPES: Record<string, string>[] = [
  { timezone: "America/Bogota" },
  { timezone: "Asia/Kathmandu" },
  { timezone: "Pacific/Kiritimati", datestyle: "ISO, DMY" },
  { timezone: "Africa/Monrovia", datestyle: "SQL, DMY" },
  { timezone: "America/St_Johns", datestyle: "German" },
  { timezone: "America/Bogota", datestyle: "Postgres, MDY" },
  {
    timezone: "<x>-7:07",
    intervalstyle: "sql_standard",
    bytea_output: "escape",
    extra_float_digits: "-15",
    standard_conforming_strings: "off",
    array_nulls: "off",
  },
];

describe.each(["database", "role"])("a moment, whatever its %s says by default", (whose) => {
  const target = whose === "role" ? `role postgres in database "${name}"` : `database "${name}"`;

  it.each(SHAPES)("is the same: %o", async (shape) => {
    await defaults(shape, target);
    const person = await newPerson({ name: "Ana" });
    const { token } = await startSession(person, "email", stranger());

    const found = await userOfSession(token);
    expect(
      [found?.createdAt, found?.session.createdAt, found?.session.lastUsedAt].map(near),
    ).toEqual([true, true, true]);
    const data = await exportUser(person);
    expect(
      [data.account.createdAt, data.activity[0]?.at, data.sessions[0]?.lastUsedAt].map(near),
    ).toEqual([true, true, true]);
    // a moment that goes there and is compared with what is there
    const owner = { ...person, emailVerified: data.account.emailVerified };
    expect((await activityOf(owner, 10)).entries).toHaveLength(1);
    expect(
      (await activityOf({ ...owner, emailVerified: new Date(Date.now() + NEAR) }, 10)).entries,
    ).toHaveLength(1);
    expect(near((await mint(person.address)).at)).toBe(true);
    await transact(async (transaction) => {
      const [row] = await transaction.$queryRaw<{ at: Date; year: Date }[]>`
        select clock_timestamp() as at, '0099-01-02 03:04:05.678Z'::timestamptz as year`;
      expect(near(row?.at)).toBe(true);
      expect(row?.year.toISOString()).toBe("0099-01-02T03:04:05.678Z");
    });
  });
});

describe("in a database of another zone", () => {
  it("a mail says the hour at which it was asked for", async () => {
    await defaults({ timezone: "Asia/Kathmandu", datestyle: "German" });
    const address = someone();
    const before = new Date();
    const asked = { address, token: newToken(), browser: newToken(), client: stranger() };
    await requestMagicLink({ ...asked, callbackUrl: null });
    const { text } = await inbox.wait(address);
    expect([before, new Date()].some((moment) => text.includes(hourOf(moment)))).toBe(true);
  });

  it("a send that was counted is given back, and the wait for the next is as long as it is", async () => {
    await defaults({ timezone: "America/Bogota" });
    const address = someone();
    const reserved = await reserve("magic-link", address);
    const wait = await emailWait("magic-link", address);
    expect(wait?.at.getTime()).toBeGreaterThan(Date.now() + 50_000);
    expect(wait?.at.getTime()).toBeLessThan(Date.now() + 61_000);
    if (reserved.ok) await releaseEmail("magic-link", address, reserved);
    expect(await emailWait("magic-link", address)).toBeNull();
  });
});

describe.each(["serializable", "repeatable read"])("where %s is the default", (isolation) => {
  it("every statement is read committed, alone and in a transaction", async () => {
    await defaults({
      default_transaction_isolation: isolation,
      default_transaction_deferrable: "on",
    });
    const asked = () => db().$queryRaw`select current_setting('transaction_isolation') as level`;
    expect(await asked()).toEqual([{ level: "read committed" }]);
    const inside = await transact(
      (transaction) =>
        transaction.$queryRaw`select current_setting('transaction_isolation') as level`,
    );
    expect(inside).toEqual([{ level: "read committed" }]);
  });

  it("fifty at once are counted, none is lost and none fails", async () => {
    await defaults({ default_transaction_isolation: isolation });
    const { subnet } = stranger();
    const address = someone();
    const tried = await together(50, () => attempt(address));
    expect(tried.filter(({ ok }) => ok)).toHaveLength(limits.failuresBeforeBackoff);
    const hits = await together(60, () => countInSubnet(subnet));
    expect(hits.filter(({ ok }) => ok)).toHaveLength(limits.failuresPerSubnet);
    const sent = await together(50, () => reserve("magic-link", address));
    expect(sent.filter(({ ok }) => ok)).toHaveLength(1);
    const person = await withPassword();
    await together(50, () => startSession(person, "password", stranger()));
  });
});

it("a role's own patience is not the product's", async () => {
  const [{ n } = { n: 0 }] = await database.sql<{ n: number }>(
    "select current_setting('server_version_num')::int as n",
  );
  await defaults(
    {
      statement_timeout: "50ms",
      lock_timeout: "1ms",
      idle_in_transaction_session_timeout: "50ms",
      ...(n >= 170_000 && { transaction_timeout: "100ms" }),
    },
    `role postgres in database "${name}"`,
  );
  await db().$executeRaw`select pg_sleep(0.2)`;
  await transact(async (transaction) => {
    await transaction.$executeRaw`select pg_sleep(0.2)`;
    await new Promise((resolve) => setTimeout(resolve, 200));
    await transaction.$executeRaw`select pg_sleep(0.2)`;
  });
  const { id } = await newPerson();
  await together(5, () =>
    transact(async (transaction) => {
      await transaction.$executeRaw`select id from "User" where id = ${id}::uuid for update`;
      await transaction.$executeRaw`select pg_sleep(0.05)`;
    }),
  );
});

it("a statement that waits too long ends at the server too, and holds nothing", async () => {
  const { id } = await newPerson();
  const held = database.sql(
    `begin; select 1 from "User" where id = '${id}' for update; select pg_sleep(4); commit`,
  );
  await expect.poll(() => database.sql(WAITING_OR_HOLDING)).not.toHaveLength(0);
  await expect(
    db().$executeRaw`select 1 from "User" where id = ${id}::uuid for update`,
  ).rejects.toThrow();
  expect(
    await database.sql(`select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`),
  ).toEqual([]);
  await held;
});

const WAITING_OR_HOLDING = `select from pg_stat_activity where datname = current_database()
  and query like '%pg_sleep(4)%' and pid <> pg_backend_pid()`;
