import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ROOT } from "./runner/program";

// each test starts a process, which takes its time on a busy machine
vi.setConfig({ testTimeout: 60_000 });

let clone: string;
beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), "ingreso-clone-"));
});
afterEach(() => rmSync(clone, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), text);
  chmodSync(join(clone, file), 0o755);
}

describe("npm run build", () => {
  it.each(["development", "test", ""])("builds for production where NODE_ENV is %j", (NODE_ENV) => {
    cpSync(join(ROOT, "package.json"), join(clone, "package.json"));
    write("commands/db/generate.mjs", 'console.log("generates for", process.env.NODE_ENV)');
    write("node_modules/.bin/next", "#!/bin/sh\necho $1 for $NODE_ENV\n");
    const { stdout, status } = spawnSync("npm", ["run", "--silent", "build"], {
      cwd: clone,
      env: { ...process.env, NODE_ENV } as NodeJS.ProcessEnv,
      encoding: "utf8",
    });
    expect({ stdout, status }).toEqual({
      stdout: "generates for production\nbuild for production\n",
      status: 0,
    });
  });

  it("says in one line what is missing where development dependencies were left out", () => {
    cpSync(join(ROOT, "next.config.mjs"), join(clone, "next.config.mjs"));
    write("node_modules/typescript/package.json", "{}");
    const load = 'import("./next.config.mjs").then(({ default: of }) => of(process.argv[1]))';
    const run = (phase: string) =>
      spawnSync(process.execPath, ["-e", load, phase], { cwd: clone, encoding: "utf8" });
    expect(run("phase-production-build")).toMatchObject({
      status: 1,
      stderr:
        "✗ the build needs @types/node, @types/react, tailwindcss, @tailwindcss/postcss: npm ci --include=dev\n",
    });
    expect(run("phase-production-server")).toMatchObject({ status: 0, stderr: "" });
  });
});

it("a client that cannot be made for want of development dependencies says how they are had", () => {
  cpSync(join(ROOT, "commands/db/generate.mjs"), join(clone, "commands/db/generate.mjs"));
  const words = [join(clone, "commands/db/generate.mjs")];
  expect(spawnSync(process.execPath, words, { encoding: "utf8" })).toMatchObject({
    status: 1,
    stderr:
      "the Prisma client is not generated, and `prisma` is not installed: npm ci --include=dev\n",
  });
});

describe("npm start", () => {
  const started = () =>
    spawnSync(
      process.execPath,
      ["--import", join(ROOT, "node_modules/tsx/dist/loader.mjs"), join(ROOT, "server.ts")],
      {
        cwd: clone,
        env: {
          ...process.env,
          TSX_TSCONFIG_PATH: join(ROOT, "tsconfig.json"),
          NODE_ENV: "production",
        },
        encoding: "utf8",
      },
    );

  it("says in one line that nothing is built", () => {
    expect(started()).toMatchObject({
      status: 1,
      stdout: "",
      stderr: "✗ there is no build here: npm run build\n",
    });
  });

  it("says in one line that what is built is of another Next", () => {
    write(".next/BUILD_ID", "id");
    write(".next/diagnostics/framework.json", '{"name":"Next.js","version":"15.0.0"}');
    expect(started()).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(
        /^✗ what is built here was built by Next 15\.0\.0, not \d+\.\d+\.\d+: npm run build\n$/,
      ),
    });
  });
});
