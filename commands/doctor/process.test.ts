import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { bareEnvironment } from "@/e2e/support/lab/environment";
import { processFinding, serversIn } from "./process";

const folder = mkdtempSync(join(tmpdir(), "ingreso-process-"));
const SMALL =
  "MALLOC_ARENA_MAX=2 node --max-semi-space-size=4 --max-old-space-size=512 commands/run.mjs server.ts";

beforeAll(() => {
  mkdirSync(join(folder, "commands"));
  writeFileSync(
    join(folder, "commands/run.mjs"),
    "console.log(process.pid); setInterval(() => undefined, 1e6);",
  );
  const scripts = { start: `exec env ${SMALL}` };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ scripts }));
});
afterAll(() => {
  for (const { pid } of serversIn(folder)) process.kill(pid, "SIGKILL");
  rmSync(folder, { recursive: true });
});

it.each([
  [`exec env ${SMALL}`, "ok", "was started as docs/deploy.md says"],
  ["exec node commands/run.mjs server.ts", "note", `without ${SMALL.split(" node")[0]}`],
  ["exec npm start --silent", "note", "npm around it"],
])("the doctor says of a server that runs by `%s`: %s", async (line, gravity, says) => {
  const child = spawn("/bin/sh", ["-c", line], { cwd: folder, env: bareEnvironment() });
  const [said] = await once(child.stdout, "data");
  const server = serversIn(folder).find(({ pid }) => pid === Number(said));
  expect(server && processFinding(server)).toMatchObject({
    gravity,
    says: expect.stringMatching(new RegExp(`^process ${Number(said)} has \\d+ MB, and .*${says}`)),
  });
  expect(serversIn(tmpdir())).toEqual([]);
});

it("the doctor says of a command that runs, and of a server in development, nothing", async () => {
  for (const words of [
    ["commands/run.mjs", "commands/db/migrate.ts"],
    ["-e", "setInterval(() => undefined, 1e6)", "server.ts"],
  ]) {
    const child = spawn(process.execPath, words, { cwd: folder });
    expect(serversIn(folder).map(({ pid }) => pid)).not.toContain(child.pid);
    child.kill("SIGKILL");
  }
});
