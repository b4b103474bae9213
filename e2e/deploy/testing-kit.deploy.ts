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

// A project outside the checkout, which has the kit's tarball and nothing else of this repository. It runs what docs/testing.md tells
// its readers to write.

const run = promisify(execFile);
const clone = join(folder("clone"), "ingreso");
const [project, elder] = [folder("project"), folder("elder")];
const FIRST = "first.spec.ts";
const CONFIG = "playwright.config.ts";
const KIT =
  /^(dist\/(testing\.js|package\.json|types\/.*\.d\.ts)|docs\/testing\.md|[A-Z]+(\.md)?|package\.json)$/;

/** The blocks of docs/testing.md that say behind their language which file they are. */
const written = codesIn(readFileSync(join(ROOT, "docs/testing.md"), "utf8"), "code").flatMap(
  ({ lang, text }) => {
    const [, file] = lang?.split(" ") ?? [];
    return file ? [{ file, text: `${text}\n` }] : [];
  },
);
let packed: string[] = [];
let [local, app, inbox] = ["", "", ""];

beforeAll(async () => {
  copySources(clone);
  symlinkSync(join(ROOT, "node_modules"), join(clone, "node_modules"));
  const own = readFileSync(join(clone, "package.json"), "utf8");
  const { stdout } = await run("npm", ["pack", "--json"], inside(clone));
  expect(readFileSync(join(clone, "package.json"), "utf8")).toBe(own);
  const [{ filename, files }] = JSON.parse(stdout);
  packed = files.map(({ path }: { path: string }) => path);

  const { devDependencies } = JSON.parse(own);
  const { peerDependencies } = JSON.parse(await manifestIn(join(clone, filename)));
  const oldest = /\d[\d.]*/.exec(peerDependencies["@playwright/test"])?.[0];
  await setUp(project, { type: "module" }, devDependencies["@playwright/test"]);
  await setUp(elder, {}, `~${oldest}`);

  const [port = 0] = await ports(1, 11);
  const env = { TRUSTED_PROXY_HOPS: "1" };
  const lab = await startLab({ port, mode: "preview", fast: true, env });
  stopAtEnd(lab);
  [local, app, inbox] = [statePath(port), lab.app, lab.inbox ?? ""];

  async function setUp(where: string, kind: { type?: string }, playwright: string) {
    write(where, kind);
    const types = `@types/node@${devDependencies["@types/node"]}`;
    const packages = [join(clone, filename), `@playwright/test@${playwright}`, types];
    await run("npm", ["install", "--no-audit", "--no-fund", ...packages], inside(where));
  }
});

describe("outside of the repository, the kit", () => {
  it("is all that the tarball has", () => {
    expect(packed).toContain("dist/testing.js");
    expect(packed.filter((path) => !KIT.test(path))).toEqual([]);
  });

  it("brings a handful of packages along", () => {
    const there = readdirSync(join(project, "node_modules"));
    expect(there).toContain("ingreso");
    expect(there.filter((name) => /^(next|next-auth|react|@?prisma|zod)$/.test(name))).toEqual([]);
    expect(there.length).toBeLessThan(40);
  });

  it.each([
    ["of modules", { type: "module" }, "nodenext"],
    ["of CommonJS, to which no module is known", {}, "node16"],
  ])("has types that need nothing else, in a strict project %s", async (_, kind, module) => {
    const where = folder("types");
    write(where, kind);
    symlinkSync(join(project, "node_modules"), join(where, "node_modules"));
    const compilerOptions = {
      ...{ strict: true, noEmit: true, skipLibCheck: false },
      ...{ module, target: "es2023", types: ["node"] },
    };
    const told = JSON.stringify({ compilerOptions, include: ["*.ts"] });
    writeFileSync(join(where, "tsconfig.json"), told);
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    const { stdout } = await run(process.execPath, [tsc], inside(where)).catch((fault) => fault);
    expect(stdout).toBe("");
  });

  it("has a sign-in tested in less than twenty lines, and set up in less than ten", () => {
    const lines = (name: string) =>
      written
        .find(({ file }) => file === name)
        ?.text.trimEnd()
        .split("\n").length ?? Number.NaN;
    expect(lines(FIRST)).toBeLessThan(20);
    expect(lines(CONFIG)).toBeLessThan(10);
  });

  it("runs every example of docs/testing.md", async () => {
    const specs = written.filter(({ file }) => file.endsWith(".spec.ts"));
    const { said, passed } = await playwright(project, [], { INGRESO_LOCAL: local });
    expect(passed, said).toBeGreaterThanOrEqual(specs.length);
    expect(said).not.toMatch(/skipped|left out/);
  });

  it("signs people in twenty times, four at once", async () => {
    const again = [FIRST, "--repeat-each=20", "--workers=4"];
    const { said, passed } = await playwright(project, again, { INGRESO_LOCAL: local });
    expect(passed, said).toBe(20);
  });

  it("works in CommonJS, and with the oldest Playwright that it names", async () => {
    const { said, passed } = await playwright(elder, [FIRST], { INGRESO_LOCAL: local });
    expect(passed, said).toBe(1);
  });

  it.each([
    ["without its mails", () => ({}), /left out: person needs .*INBOX_URL/, 0],
    ["with its mails", () => ({ INBOX_URL: inbox }), /left out: clock needs .*INGRESO_LOCAL/, 3],
  ])(
    "leaves out at a deployment what cannot be done there, and says so: %s",
    async (_, mails, line, all) => {
      const { said, passed } = await playwright(project, [], { BASE_URL: app, ...mails() });
      expect(passed, said).toBeGreaterThanOrEqual(all);
      expect(said).toMatch(line);
      expect(said).toMatch(/left out: google needs the local Google/);
    },
  );
});

/** A project's own files. */
function write(where: string, kind: { type?: string }): void {
  writeFileSync(join(where, "package.json"), JSON.stringify({ private: true, ...kind }));
  for (const { file, text } of written) writeFileSync(join(where, file), text);
}

/** Runs a project's tests. @throws with what they say, unless all that ran have passed */
async function playwright(project: string, args: string[], told: Record<string, string>) {
  const { env, ...options } = inside(project);
  const more = { CHROMIUM_PATH: ensureBrowser(), ...told };
  const { stdout: said } = await run("npx", ["playwright", "test", "--reporter=list", ...args], {
    ...options,
    env: { ...env, ...more },
  }).catch((fault) => {
    throw new Error(`${fault.stdout}${fault.stderr}`);
  });
  return { said, passed: Number(/^ {2}(\d+) passed/m.exec(said)?.[1] ?? 0) };
}

async function manifestIn(tarball: string): Promise<string> {
  const one = ["--extract", "--to-stdout", "--file", tarball, "package/package.json"];
  return (await run("tar", one)).stdout;
}

/** A shell that has never heard of this repository. */
function inside(cwd: string) {
  const { PATH, HOME } = process.env;
  return { cwd, env: { PATH, HOME } as unknown as NodeJS.ProcessEnv, maxBuffer: 1e8 };
}
