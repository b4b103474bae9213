import { spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./runner/program";
import { bareEnvironment } from "./support/lab/environment";
import { freshAddress } from "./support/unit";

const text = (file: string) => readFileSync(join(ROOT, file), "utf8");
const { dependencies, scripts } = JSON.parse(text("package.json"));
/** everything that is built, but what `next build` makes */
const SOURCES = [
  ...["app", "components", "lib", "server", "server.ts", "commands", "prisma"],
  ...["tsconfig.json", "tailwind.config.ts", "postcss.config.mjs"],
];
const BUILDERS = ["esbuild", "tsx", "postcss", "tailwindcss", "@tailwindcss/postcss"];
const folders: string[] = [];
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true });
});

/** A clone with those files of the repository, and those of its packages. */
function cloneOf(files: string[], packages: string[]): string {
  const clone = mkdtempSync(join(tmpdir(), "ingreso-clone-"));
  folders.push(clone);
  for (const file of ["package.json", ...files])
    cpSync(join(ROOT, file), join(clone, file), { recursive: true });
  for (const name of packages) link(clone, name);
  return clone;
}

function link(clone: string, name: string): void {
  const path = join("node_modules", name);
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  symlinkSync(join(ROOT, path), join(clone, path));
}

function write(clone: string, file: string, text: string): void {
  mkdirSync(dirname(join(clone, file)), { recursive: true });
  writeFileSync(join(clone, file), text);
}

/** Runs a command of the product in a clone, without any setting, or as the environment of the tests has them. */
function npm(clone: string, words: string, env: NodeJS.ProcessEnv = bareEnvironment()) {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "--silent", ...words.split(" ")], {
    cwd: clone,
    env,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

it("npm run build says in one line what is missing where development dependencies were left out", () => {
  const clone = cloneOf(["commands/build/needs.mjs"], ["typescript"]);
  const line = /^✗ the build needs @types\/node, .*esbuild, tsx, .*: npm ci --include=dev\n$/;
  expect(npm(clone, "build")).toEqual({
    status: 1,
    stdout: "",
    stderr: expect.stringMatching(line),
  });
});

it("a client that cannot be made for want of development dependencies says how they are had", () => {
  const clone = cloneOf(["commands/db/generate.mjs"], []);
  const words = [join(clone, "commands/db/generate.mjs")];
  expect(spawnSync(process.execPath, words, { encoding: "utf8" })).toMatchObject({
    status: 1,
    stderr:
      "the Prisma client is not generated, and `prisma` is not installed: npm ci --include=dev\n",
  });
});

describe("what npm run build made, where nothing is installed that could compile TypeScript,", () => {
  let clone = "";
  beforeAll(() => {
    clone = cloneOf(SOURCES, [...Object.keys(dependencies), ...BUILDERS]);
    // `next build` has its own tests, and takes a minute
    const pages = "export async function pages() { console.log(process.env.NODE_ENV); }";
    write(clone, "commands/build/pages.ts", pages);
    write(clone, "commands/build/needs.mjs", "");
    const built = npm(clone, "build", { ...bareEnvironment(), NODE_ENV: "development" });
    expect(built).toEqual({ status: 0, stdout: "production\n", stderr: "" });
    for (const name of BUILDERS) rmSync(join(clone, "node_modules", name));
  });

  it("runs: the server, and the commands of a deployment", () => {
    expect(npm(clone, "db:migrate", process.env)).toEqual({
      ...{ status: 0, stdout: "nothing to apply\n", stderr: "" },
    });
    expect(npm(clone, "db:cleanup", process.env)).toMatchObject({ status: 0, stderr: "" });
    const operated = npm(clone, `operator -- lift ${freshAddress()}`, process.env);
    expect(operated).toMatchObject({ status: 0, stderr: "" });
    // which hashes, in a thread whose program is a file of its own
    const { status, stderr } = npm(clone, "doctor -- --json", process.env);
    expect({ status, stderr }).toEqual({ status: 2, stderr: "" });
    expect(npm(clone, "start")).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^✗ DATABASE_URL is not set\n/),
    });
  });

  it("does not run where the build did not come to its end", () => {
    const record = join(clone, ".next/run/built.json");
    const whole = readFileSync(record);
    writeFileSync(record, whole.subarray(0, 1000));
    expect(npm(clone, "db:migrate", process.env)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^✗ commands\/db\/migrate\.ts is not built, .*\n$/),
    });
    writeFileSync(record, whole);
  });

  it("does not run once a source is another one: the source does, where it can", () => {
    const program = "commands/db/migrate.ts";
    const source = readFileSync(join(clone, program), "utf8");
    write(clone, program, source.replace("nothing to apply", "nothing at all"));
    expect(npm(clone, "db:migrate", process.env)).toEqual({
      status: 1,
      stdout: "",
      stderr: `✗ ${program} is not built, and tsx, which runs it unbuilt, is not installed: npm ci --include=dev && npm run build\n`,
    });
    link(clone, "tsx");
    expect(npm(clone, "db:migrate", process.env)).toMatchObject({ stdout: "nothing at all\n" });
    write(clone, ".next/BUILD_ID", "id");
    expect(npm(clone, "start", process.env)).toEqual({
      status: 1,
      stdout: "",
      stderr: "✗ what is built here was built of other sources: npm run build\n",
    });
  });
});

it("npm start, the container and the unit of docs/deploy.md start the same program, with the same flags", () => {
  const container = text("Dockerfile").split("\n");
  const unit = text("docs/deploy.md").split("\n");
  const after = (lines: string[], word: string) =>
    lines.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length));
  const run = scripts.start.replace("exec env ", "").split(" ");
  expect([...after(container, "ENV "), ...JSON.parse(after(container, "CMD ")[0] ?? "")]).toEqual(
    run,
  );
  const [, ...environment] = (after(unit, "Environment=")[0] ?? "").split(" ");
  const started = after(unit, "ExecStart=")[0]?.replace("/usr/bin/", "").split(" ") ?? [];
  expect([...environment, ...started]).toEqual(run);
});

describe("npm start", () => {
  const started = (clone: string) => npm(clone, "start", process.env);

  it("says in one line that nothing is built, or not what pages load", () => {
    const clone = cloneOf(SOURCES, [...Object.keys(dependencies), "tsx"]);
    const line = "✗ there is no build here: npm run build\n";
    expect(started(clone)).toEqual({ status: 1, stdout: "", stderr: line });
    write(clone, ".next/BUILD_ID", "id");
    expect(started(clone)).toEqual({ status: 1, stdout: "", stderr: line });
  });

  it("says in one line that what is built is of another Next", () => {
    const clone = cloneOf(SOURCES, [...Object.keys(dependencies), "tsx"]);
    write(clone, ".next/BUILD_ID", "id");
    write(clone, "public/assets/list.json", "{}");
    write(clone, ".next/diagnostics/framework.json", '{"name":"Next.js","version":"15.0.0"}');
    const line =
      /^✗ what is built here was built by Next 15\.0\.0, not \d+\.\d+\.\d+: npm run build\n$/;
    expect(started(clone)).toMatchObject({ status: 1, stderr: expect.stringMatching(line) });
  });
});
