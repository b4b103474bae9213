import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { complaints, FLOORS, FOLDERS, floorOf } from "./imports/directions";
import { importsOf, readsEnvironment, sources } from "./imports/walk";

const root = fileURLToPath(new URL("..", import.meta.url));
const text = (file: string) => readFileSync(join(root, file), "utf8");
const unbound = /\.test\.tsx?$|\.d\.ts$|^prisma\/generated\//;
const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^(\.|node_modules$)/.test(entry.name))
    .map(({ name }) => name);
const rootFiles = readdirSync(root).filter((name) => name.endsWith(".ts"));
const files = (await sources(root, [...rootFiles, ...foldersIn(".")])).filter(
  (file) => !unbound.test(file),
);

describe("the folders of the repository", () => {
  it("import in one direction", () => {
    expect(files.length).toBeGreaterThan(500);
    expect(complaints(files.flatMap((file) => importsOf(file, text(file))))).toEqual([]);
  });

  it("with source in them each have their line in FOLDERS, and those of lib their floor in FLOORS", () => {
    const folders = new Set(files.map((file) => (file.includes("/") ? file.split("/")[0] : "")));
    expect([...folders].filter((folder) => !Object.hasOwn(FOLDERS, folder ?? ""))).toEqual([]);
    expect(FLOORS.flat().filter(Boolean).sort()).toEqual(foldersIn("lib").sort());
  });

  it("leave process.env to the settings", () => {
    const outside =
      /^(lib\/(settings|environment)|server|instrumentation)\.ts$|^(local|prisma\/commands|commands|bench|e2e)\//;
    const readers = files
      .filter((file) => !outside.test(file))
      .filter((file) => readsEnvironment(file, text(file)));
    expect(readers).toEqual([]);
  });
});

describe("a wrong import is seen", () => {
  it.each([
    ["lib/throttle/sends.ts", "lib/session/start"],
    ["lib/magic-link/request.ts", "lib/password/hash"],
    ["lib/words.ts", "lib/database/client"],
    ["lib/door/answer.ts", "npm:next-auth/jwt"],
    ["app/login/page.tsx", "npm:next-auth"],
    ["app/login/page.tsx", "prisma/generated/client"],
    ["app/login/page.tsx", "server"],
    ["components/button.tsx", "lib/words"],
    ["components/button.tsx", "node:fs"],
    ["lib/mail/send.ts", "local/inbox/start"],
    ["lib/mail/send.ts", "components/button"],
    ["lib/mail/send.ts", "server/admission"],
    ["lib/mail/send.ts", "commands/doctor"],
    ["prisma/commands/migrate.ts", "local/ports"],
    ["prisma/commands/migrate.ts", "app/login/page"],
    ["server/admission.ts", "app/login/page"],
    ["local/lab.ts", "e2e/unit"],
    ["docs/example.ts", "lib/words"],
    ["server.ts", "e2e/unit"],
  ])("%s → %s", (from, to) => {
    expect(complaints([{ from, to }])).not.toEqual([]);
  });

  it("and a right one is not", () => {
    const right = [
      ["lib/door/answer.ts", "lib/throttle/sends"],
      ["lib/throttle/sends.ts", "lib/throttle/ranges"],
      ["lib/throttle/sends.ts", "lib/words"],
      ["lib/auth/options.ts", "npm:next-auth"],
      ["components/button.tsx", "npm:react"],
      ["commands/doctor.ts", "lib/settings"],
      ["e2e/unit.ts", "local/ports"],
    ].map(([from = "", to = ""]) => ({ from, to }));
    expect(complaints(right)).toEqual([]);
  });

  it("a folder that nobody has placed is refused", () => {
    const [from, to] = ["attic/box.ts", "lib/words"];
    expect(() => complaints([{ from, to }])).toThrow("what may attic/ import? Say it in FOLDERS");
    expect(() => floorOf("attic")).toThrow("on which floor is lib/attic? Say it in FLOORS");
  });

  it.each([
    ["process.env.HOME", true],
    ["const { HOME } = process.env", true],
    ["process.env.NODE_ENV === 'test'", false],
    ["process.env.NODE_ENV ?? process.env.HOME", true],
    ["// process.env.HOME", false],
  ])("%s is a look at the environment: %j", (source, reads) => {
    expect(readsEnvironment("a.ts", source)).toBe(reads);
  });

  it.each([
    'import { a } from "./b";',
    'import type { A } from "./b";',
    'import "./b";',
    'export * from "./b";',
    'export { a } from "./b";',
    'const a = await import("./b");',
    'type A = import("./b").A;',
  ])("%s is an import", (source) => {
    expect(importsOf("lib/a.ts", source)).toEqual([{ from: "lib/a.ts", to: "lib/b" }]);
  });
});
