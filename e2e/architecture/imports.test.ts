import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { complaints, FLOORS, FOLDERS, floorOf } from "./directions";
import { importsOf, readsEnvironment, sources } from "./walk";

const root = fileURLToPath(new URL("../..", import.meta.url));
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
      /^(lib\/config\/(settings|environment)|server|instrumentation)\.ts$|^(local|commands|bench|e2e|testing)\//;
    const readers = files
      .filter((file) => !outside.test(file))
      .filter((file) => readsEnvironment(file, text(file)));
    expect(readers).toEqual([]);
  });
});

describe("a wrong import is seen", () => {
  it.each([
    ["lib/rate-limit/emails.ts", "lib/session/start"],
    ["lib/magic-link/request.ts", "lib/password/hash"],
    ["lib/log/log.ts", "lib/database/client"],
    ["lib/http/reply.ts", "npm:next-auth/jwt"],
    ["app/login/page.tsx", "npm:next-auth"],
    ["app/login/page.tsx", "prisma/generated/client"],
    ["app/login/page.tsx", "server"],
    ["components/client/send.ts", "lib/messages/messages"],
    ["components/client/send.ts", "components/ui/button"],
    ["components/ui/button.tsx", "lib/session/start"],
    ["components/ui/button.tsx", "lib/messages/es/screen"],
    ["components/ui/button.tsx", "lib/config/settings"],
    ["app/login/page.tsx", "lib/messages/es"],
    ["components/ui/button.tsx", "node:fs"],
    ["lib/mail/send.ts", "local/inbox/start"],
    ["lib/mail/send.ts", "components/ui/button"],
    ["lib/mail/send.ts", "server/refusal"],
    ["lib/mail/send.ts", "commands/doctor"],
    ["commands/db/migrate.ts", "local/ports"],
    ["commands/db/migrate.ts", "app/login/page"],
    ["server/refusal.ts", "app/login/page"],
    ["local/lab.ts", "e2e/support/unit"],
    ["docs/example.ts", "lib/messages/messages"],
    ["server.ts", "e2e/support/unit"],
  ])("%s → %s", (from, to) => {
    expect(complaints([{ from, to }])).not.toEqual([]);
  });

  it("and a right one is not", () => {
    const right = [
      ["lib/http/reply.ts", "lib/rate-limit/emails"],
      ["lib/rate-limit/emails.ts", "lib/rate-limit/subnets"],
      ["lib/rate-limit/emails.ts", "lib/messages/messages"],
      ["lib/auth/options.ts", "npm:next-auth"],
      ["components/ui/button.tsx", "npm:react"],
      ["components/ui/button.tsx", "lib/messages/fill"],
      ["components/ui/button.tsx", "lib/config/limits"],
      ["commands/doctor/run.ts", "lib/config/settings"],
      ["e2e/support/unit.ts", "local/ports"],
    ].map(([from = "", to = ""]) => ({ from, to }));
    expect(complaints(right)).toEqual([]);
  });

  it("a folder that nobody has placed is refused", () => {
    const [from, to] = ["attic/box.ts", "lib/messages/words"];
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
