import { beforeAll, describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { said } from "@/e2e/support/unit/auth";
import { Caller, PROGRAM } from "@/e2e/support/unit/caller";
import { newPerson, together } from "@/e2e/support/unit/people";
import { db } from "../database/client";
import { databaseReachable } from "../database/reachable";
import { transact } from "../database/transaction";
import { GoogleAway } from "../google/discovery";
import { UserChanged } from "../session/start";
import { handlePost } from "./endpoint";

const at = (act: () => Promise<unknown>, headers?: Record<string, string>) =>
  new Caller(
    (request) =>
      handlePost(request, async () => {
        await act();
        return { ok: true, url: "/cuenta" };
      }),
    headers,
  );

const FAULTS: Record<string, () => Promise<unknown>> = {
  "a TypeError": async () => (null as unknown as { name: string }).name,
  "a row that is there already": async () => {
    const { id } = await newPerson();
    await db().user.create({ data: { id, email: "otra@ejemplo.com" } });
  },
  "the same in a transaction": async () => {
    const { address: email } = await newPerson();
    await transact((transaction) => transaction.user.create({ data: { email } }));
  },
  "a column that is not there": () => db().$queryRaw`select nothing from "User"`,
  "a table that is not there": () => db().$queryRaw`select 1 from "Nothing"`,
  "a value that is none": () => db().$queryRaw`select ${"x"}::uuid`,
  "a code of another thing": async () => {
    throw Object.assign(new Error("a secret"), { code: "ECONNRESET" });
  },
};

describe("a fault of ours", () => {
  it.each(Object.entries(FAULTS))("is told as that, and is no outage: %s", async (_, act) => {
    const response = await at(act, PROGRAM).post("/registro/crear");
    expect(response.headers.has("retry-after")).toBe(false);
    expect(await said(response)).toEqual({
      status: 500,
      error: "Fault",
      message: "Tuvimos un problema de nuestro lado. Tus datos están a salvo.",
    });
    expect(await databaseReachable()).toBe(true);
  });

  it("is the fault page for a person, with the id that the log has, and nothing of its insides", async () => {
    const id = "0123456789ab";
    const caller = at(FAULTS["a row that is there already"] as never, { "x-request-id": id });
    const response = await caller.post("/registro/crear");
    expect(response.status).toBe(500);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(response.headers.has("refresh")).toBe(false);
    const page = await response.text();
    expect(page).toContain("<h1>Algo no salió bien</h1>");
    expect(page).toContain(`<code>${id}</code>`);
    expect(page).toContain('<a href="/registro">');
    expect(page).not.toMatch(/prisma|unique|otra@|User/i);
  });

  it("is noticed by nobody else, whenever it comes", async () => {
    const act = () => db().$queryRaw`select 1`;
    const answers = await together(30, (n) =>
      at(n % 3 ? act : (FAULTS["a table that is not there"] as never), PROGRAM).post(
        "/registro/crear",
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map((_, n) => (n % 3 ? 200 : 500)));
  });
});

describe("what is away or busy", () => {
  beforeAll(() =>
    database.sql(`create function raising(code text) returns text language plpgsql as
      $$ begin raise exception 'x' using errcode = code; end $$`),
  );

  it.each([
    ...["25006", "57P01", "57P02", "57P03", "57014", "08006", "08003", "08P01", "40001", "40P01"],
    ...["53300", "53100", "55P03", "26000", "58030", "25P03"],
  ])("is no fault of ours: %s", async (code) => {
    const alone = () => db().$queryRaw`select raising(${code})`;
    const inside = () => transact((transaction) => transaction.$queryRaw`select raising(${code})`);
    for (const act of [alone, inside])
      expect(await said(await at(act, PROGRAM).post("/registro/crear"))).toMatchObject({
        status: 503,
        error: "Away",
        retryAfter: 5,
      });
    expect(await databaseReachable()).toBe(true);
  });

  it("is not a connection that is ended for one statement, for anybody else", async () => {
    const ended = () => db().$queryRaw`select pg_terminate_backend(pg_backend_pid())`;
    const answers = await together(20, (n) =>
      at(n === 7 ? ended : () => db().$queryRaw`select 1`, PROGRAM).post("/registro/crear"),
    );
    expect(answers.filter(({ status }) => status === 503)).toHaveLength(1);
    expect(await databaseReachable()).toBe(true);
  });

  it("is Google, which is said as Google", async () => {
    const away = async () => {
      throw new GoogleAway();
    };
    const response = await at(away, PROGRAM).post("/registro/crear");
    expect(await said(response)).toMatchObject({ status: 503, error: "OAuthSignin" });
  });

  it("is not an account that was changed in that instant", async () => {
    const changed = async () => {
      throw new UserChanged();
    };
    const response = await at(changed, PROGRAM).post("/registro/crear");
    expect(await said(response)).toMatchObject({ status: 401, error: "Default" });
  });
});

describe("two transactions that are in each other's way", () => {
  it("both happen, one after the other, and nobody hears of it", async () => {
    const [one, other] = [await newPerson({ name: "0" }), await newPerson({ name: "0" })];
    const both = (first: string, second: string) =>
      transact(async (inside) => {
        await inside.$executeRaw`update "User" set name = name || 'x' where id = ${first}::uuid`;
        await inside.$executeRaw`select pg_sleep(0.1)`;
        await inside.$executeRaw`update "User" set name = name || 'x' where id = ${second}::uuid`;
      });
    await Promise.all([both(one.id, other.id), both(other.id, one.id)]);
    const names = await database.sql(`select name from "User" where id = any($1)`, [
      [one.id, other.id],
    ]);
    expect(names).toEqual([{ name: "0xx" }, { name: "0xx" }]);
  });
});
