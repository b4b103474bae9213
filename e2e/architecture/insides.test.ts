import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

// What other packages do without a promise, and no other test would miss: see docs/upgrading.md.

const root = fileURLToPath(new URL("../..", import.meta.url));
const run = promisify(execFile);
const require = createRequire(import.meta.url);

/** What Next finds of its files in a folder of their own, once `first` has been imported. */
async function foundByNext(first: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "ingreso-insides-"));
  await writeFile(join(folder, ".env.local"), "MARK=found");
  const loader = createRequire(require.resolve("next/package.json")).resolve("@next/env");
  const source = `${first}
    const { loadEnvConfig } = (await import(${JSON.stringify(loader)})).default;
    loadEnvConfig(process.cwd(), false);
    console.log(process.env.MARK ?? "nothing");`;
  const tsx = join(root, "node_modules/tsx/dist/loader.mjs");
  const { __NEXT_PROCESSED_ENV, ...env } = process.env;
  const args = ["--import", tsx, "--input-type=module", "-e", source];
  const { stdout } = await run(process.execPath, args, {
    cwd: folder,
    env: { ...env, NODE_ENV: "production" },
  });
  return stdout.trim();
}

it("Next reads no file of its own once ours was read", async () => {
  const ours = join(root, "lib/config/environment.ts");
  expect(await foundByNext(`await import(${JSON.stringify(ours)});`)).toBe("nothing");
  expect(await foundByNext("")).toBe("found");
});

it("Playwright's program, which installs a browser, is where it was", async () => {
  const cli = join(dirname(require.resolve("@playwright/test")), "cli.js");
  const { stdout } = await run(process.execPath, [cli, "--version"]);
  expect(stdout).toContain(require("@playwright/test/package.json").version);
});
