import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { bareEnvironment } from "@/e2e/support/lab/environment";
import { database, emptyDatabase, inbox } from "@/e2e/support/unit";
import { newPerson } from "@/e2e/support/unit/people";

const entry = fileURLToPath(new URL("cleanup.ts", import.meta.url));
const { DATABASE_URL = "" } = process.env;

/** Runs the command as `npm run db:cleanup` does. */
function cleanup(env: Record<string, string | undefined>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", entry], {
    env: { ...bareEnvironment(), ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

const old = () =>
  database.sql(
    `insert into "RangeHit" (range, kind, at) values ('r', 'try', clock_timestamp() - interval '1 day')`,
  );

describe("npm run db:cleanup", () => {
  it("needs the database alone, and says that it tried no notice again", async () => {
    await old();
    const { status, stdout, stderr } = cleanup({ DATABASE_URL });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("RangeHit: 1\n");
    expect(stdout).toMatch(/^notices: not tried again, .*NEXTAUTH_URL is not set.*\n/m);
    expect(await database.sql(`select 1 from "RangeHit"`)).toEqual([]);
  });

  it("tries notices again where every setting is there", async () => {
    const { address } = await newPerson();
    await database.sql(
      `insert into "Notice" (kind, address, device) values ('password-changed', $1, 'Chrome')`,
      [address],
    );
    const { status, stdout } = cleanup({ ...process.env, LOG_LEVEL: "silent" });
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: expect.stringContaining("notices sent: 1\n"),
    });
    await inbox.wait(address);
  });

  it.each([
    ["a missing address", { DATABASE_URL: "" }, /^DATABASE_URL is not set\n$/],
    ["an address that is none", { DATABASE_URL: "nothing" }, /^DATABASE_URL must be .*\n$/],
    [
      "a database that is away",
      { DATABASE_URL: "postgresql://postgres:secreto@127.0.0.1:1/nowhere" },
      /^PostgreSQL on 127.0.0.1:1 cannot be reached: .*\n$/,
    ],
  ])("says %s in one line", (_, env, line) => {
    const { status, stdout, stderr } = cleanup(env);
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(line);
    expect(stderr).not.toContain("secreto");
  });

  it("says in one line that a database has no tables yet", async () => {
    const { status, stderr } = cleanup({ DATABASE_URL: await emptyDatabase() });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^.*npm run db:migrate.*\n$/);
  });
});
