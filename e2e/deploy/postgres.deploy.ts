import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { migrate, pending } from "@/prisma/commands/migrate";
import { createDatabase, Database } from "../lab/database";
import { PASSWORD, register } from "../lab/person";
import { Program, tokenIn } from "../lab/program";
import { ROOT } from "../run/program";
import { freshAddress, inbox } from "../unit";
import { app, ports } from "./app";
import { folder, nobody, serve } from "./program";
import { tools } from "./tools";

let databaseUrl = "";
let origin = "";

beforeAll(async () => {
  const [port = 0, appPort = 0] = await ports(2);
  const data = join(folder("postgres"), "data");
  const made = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"];
  execFileSync(join(tools.postgres, "initdb"), made, { ...nobody, cwd: "/", stdio: "ignore" });
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off"];
  await serve(
    [
      ...[join(tools.postgres, "postgres"), "-D", data, "-p", String(port)],
      ...settings.flatMap((setting) => ["-c", setting]),
    ],
    port,
    { as: nobody, until: /ready to accept connections/ },
  );
  databaseUrl = await createDatabase(`postgresql://postgres@127.0.0.1:${port}/postgres`);
  await migrate(databaseUrl);
  origin = (await app(appPort, { DATABASE_URL: databaseUrl })).url;
});

describe("on Debian's PostgreSQL", () => {
  it("every migration applies", async () => {
    expect(await pending(databaseUrl)).toEqual([]);
    const [row] = await new Database(databaseUrl).sql<{ n: string }>(
      "select current_setting('server_version_num') as n",
    );
    expect(Number(row?.n)).toBeGreaterThanOrEqual(140_000);
  });

  it("a person registers, and comes in by password and by link", async () => {
    const address = freshAddress();
    await register(origin, inbox, address);
    const byPassword = await Program.at(origin);
    const form = { email: address, password: PASSWORD };
    expect((await byPassword.post("/api/auth/callback/credentials", form)).status()).toBe(200);
    expect(await byPassword.address()).toBe(address);

    const byLink = await Program.at(origin);
    const known = (await inbox.wait(address)).id;
    await byLink.post("/api/auth/signin/email", { email: address });
    const token = tokenIn(await inbox.wait(address, known));
    expect((await byLink.post("/api/auth/callback/email", { token })).status()).toBe(200);
    expect(await byLink.address()).toBe(address);
  });

  it("the clean-up runs", () => {
    const cleaned = spawnSync(process.execPath, ["--import", "tsx", "prisma/commands/cleanup.ts"], {
      cwd: ROOT,
      env: { ...process.env, DATABASE_URL: databaseUrl },
      encoding: "utf8",
    });
    expect(cleaned).toMatchObject({ status: 0, stderr: "" });
    expect(cleaned.stdout).toMatch(/^OneTimeToken: \d+$/m);
  });
});
