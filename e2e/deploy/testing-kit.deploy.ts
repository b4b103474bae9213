import { execFile } from "node:child_process";
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { beforeAll, describe, expect, it } from "vitest";
import { startLab } from "@/local/lab";
import { statePath } from "@/local/state";
import { codesIn } from "../architecture/markdown";
import { ROOT } from "../runner/program";
import { ensureBrowser } from "../support/browser";
import { copySources } from "../support/build-copy";
import { ports } from "./app";
import { folder, stopAtEnd } from "./program";

// A project of somebody else's, in a folder of its own, with the kit from the tarball and nothing of this repository: what
// docs/testing.md tells its readers to write is written there, and run.

const run = promisify(execFile);
const clone = join(folder("clone"), "ingreso");
const project = folder("project");
const FIRST = "first.spec.ts";
const CONFIG = "playwright.config.ts";

/** The blocks of docs/testing.md that say behind their language which file they are. */
const written = codesIn(readFileSync(join(ROOT, "docs/testing.md"), "utf8"), "code").flatMap(
  ({ lang, text }) => {
    const [, file] = lang?.split(" ") ?? [];
    return file ? [{ file, text: `${text}\n` }] : [];
  },
);
const specs = written.filter(({ file }) => file.endsWith(".spec.ts"));
let packed = "";
let local = "";

beforeAll(async () => {
  copySources(clone);
  symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
  const own = readFileSync(join(clone, "package.json"), "utf8");
  const said = await run("npm", ["pack", "--json", "--pack-destination", project], inside(clone));
  packed = said.stdout;
  expect(readFileSync(join(clone, "package.json"), "utf8")).toBe(own);

  const { devDependencies } = JSON.parse(own);
  const ours = ["@playwright/test", "@types/node"].map(
    (name) => `${name}@${devDependencies[name]}`,
  );
  const [tarball = ""] = readdirSync(project).filter((file) => file.endsWith(".tgz"));
  writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
  const quiet = ["--no-audit", "--no-fund"];
  await run("npm", ["install", ...quiet, `./${tarball}`, ...ours], inside(project));
  for (const { file, text } of written) writeFileSync(join(project, file), text);

  const [port = 0] = await ports(1, 11);
  const lab = await startLab({ port, mode: "preview", fast: true });
  stopAtEnd(lab);
  local = statePath(port);
});

describe("outside of the repository, the kit", () => {
  it("is all that the tarball has", () => {
    const [{ files }] = JSON.parse(packed);
    const paths = files.map(({ path }: { path: string }) => path);
    expect(paths).toContain("dist/testing.js");
    expect(
      paths.filter(
        (path: string) =>
          !/^(dist\/(testing\.js|types\/.*\.d\.ts)$|docs\/testing\.md$|[A-Z]+(\.md)?$|package\.json$)/.test(
            path,
          ),
      ),
    ).toEqual([]);
  });

  it("brings a handful of packages along", () => {
    const there = readdirSync(join(project, "node_modules"));
    expect(there).toContain("ingreso");
    expect(
      there.filter((name) => /^(next|next-auth|react|prisma|@prisma|zod)$/.test(name)),
    ).toEqual([]);
    expect(there.length).toBeLessThan(40);
  });

  it("has types that need nothing else, in a strict project", async () => {
    const options = {
      strict: true,
      noEmit: true,
      module: "nodenext",
      target: "es2023",
      types: ["node"],
    };
    const told = { compilerOptions: options, include: ["*.ts"] };
    writeFileSync(join(project, "tsconfig.json"), JSON.stringify(told));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc, "--noEmit"], inside(project)).catch(
      (fault) => fault,
    );
    expect(stdout).toBe("");
  });

  it("has a sign-in tested in less than twenty lines, and set up in less than ten", () => {
    const lines = (name: string) =>
      written.find(({ file }) => file === name)?.text.split("\n").length ?? 0;
    expect([lines(FIRST), lines(CONFIG)].every((count) => count > 3)).toBe(true);
    expect([lines(FIRST) < 20, lines(CONFIG) < 10]).toEqual([true, true]);
  });

  it("runs every example of docs/testing.md", async () => {
    const { said, passed } = await playwright([], { INGRESO_LOCAL: local });
    expect(passed, said).toBeGreaterThanOrEqual(specs.length);
  });

  it("signs people in twenty times, four at once", async () => {
    const again = [FIRST, "--repeat-each=20", "--workers=4"];
    const { said, passed } = await playwright(again, { INGRESO_LOCAL: local });
    expect(passed, said).toBe(20);
  });
});

/** Runs the project's tests. @throws with what they say, unless all that ran have passed */
async function playwright(args: string[], told: Record<string, string>) {
  const { cwd, env } = inside(project);
  const more = { CHROMIUM_PATH: ensureBrowser(), ...told };
  const { stdout: said } = await run("npx", ["playwright", "test", "--reporter=list", ...args], {
    cwd,
    env: { ...env, ...more },
  }).catch((fault) => {
    throw new Error(`${fault.stdout}${fault.stderr}`);
  });
  return { said, passed: Number(/^ {2}(\d+) passed/m.exec(said)?.[1] ?? 0) };
}

/** A shell that has never heard of this repository. */
function inside(cwd: string) {
  const { PATH, HOME } = process.env;
  return { cwd, env: { PATH, HOME } as unknown as NodeJS.ProcessEnv, maxBuffer: 1e8 };
}
