import { spawnSync } from "node:child_process";
import { beforeAll, describe, expect, it } from "vitest";
import { difference } from "@/commands/db/difference";
import { pending } from "@/commands/db/migrations";
import { createUser } from "@/lib/user/create";
import { Program, shownTo, tally, tokenIn } from "@/testing/program";
import { ROOT } from "../runner/program";
import { register } from "../support/lab/person";
import { database, emptyDatabase, freshAddress, inbox } from "../support/unit";
import { someone, together } from "../support/unit/people";
import { app, ports } from "./app";
import { byGoogle, byLink, byPassword, done, recover } from "./journeys";

const AT_ONCE = 50;
let origins: [string, string] = ["", ""];

beforeAll(async () => {
  const [one = 0, other = 0] = await ports(2);
  const NEXTAUTH_URL = `http://localhost:${one}`;
  const apps = await Promise.all([app(one, { NEXTAUTH_URL }), app(other, { NEXTAUTH_URL })]);
  origins = [apps[0].url, apps[1].url];
});

describe("on PostgreSQL 14", () => {
  it("the migrations are the schema", async () => {
    const [row] = await database.sql<{ n: number }>(
      "select current_setting('server_version_num')::int as n",
    );
    expect(Math.floor((row?.n ?? 0) / 10_000)).toBe(14);
    expect(await pending(database.url)).toEqual([]);
    expect(await difference(await emptyDatabase())).toBeNull();
  });

  it("a person registers, comes in by password and by link, and recovers", async () => {
    const [origin, other] = origins;
    const address = freshAddress();
    await register(origin, inbox, address);
    const first = await byPassword(origin, address);
    const second = await byLink(other, address);
    await recover(origin, address, "otra clave de prueba larga");
    expect([await first.address(), await second.address()]).toEqual([null, null]);
    await byPassword(other, address, "otra clave de prueba larga");
  });

  it("a person comes from Google, and ends every session", async () => {
    const [origin] = origins;
    const program = await byGoogle(origin);
    await done(program, "/cuenta/sesiones/cerrar-todas", await shownTo(program.context));
    expect(await program.address()).toBeNull();
  });

  it("fifty link requests, and fifty uses, at once at two processes", async () => {
    const email = someone();
    await createUser(email, {});
    const programs = await Promise.all(origins.map((origin) => Program.at(origin)));
    const at = (index: number) => programs[index % 2] as Program;
    const asked = await together(AT_ONCE, (n) => at(n).post("/api/auth/signin/email", { email }));
    expect(tally(asked.map((answer) => answer.status()))).toEqual({ 200: 1, 429: AT_ONCE - 1 });
    const token = tokenIn(await inbox.wait(email));
    const used = await together(AT_ONCE, (n) => at(n).post("/api/auth/callback/email", { token }));
    expect(tally(used.map((answer) => answer.status()))).toEqual({ 200: 1, 401: AT_ONCE - 1 });
  });

  it("fifty wrong passwords at once are ten tries", async () => {
    const form = { email: freshAddress(), password: "no es la clave de nadie" };
    const programs = await Promise.all(origins.map((origin) => Program.at(origin)));
    const tried = await together(AT_ONCE, (n) =>
      (programs[n % 2] as Program).post("/api/auth/callback/credentials", form),
    );
    const { 401: compared, 429: slowed } = tally(tried.map((answer) => answer.status()));
    expect([compared, slowed]).toEqual([10, AT_ONCE - 10]);
  });

  it("the clean-up runs", () => {
    const cleaned = spawnSync(process.execPath, ["--import", "tsx", "commands/db/cleanup.ts"], {
      cwd: ROOT,
      env: process.env,
      encoding: "utf8",
    });
    expect(cleaned).toMatchObject({ status: 0, stderr: "" });
    expect(cleaned.stdout).toMatch(/^OneTimeToken: \d+$/m);
  });
});
