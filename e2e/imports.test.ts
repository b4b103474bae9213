import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { complaints, FLOORS } from "./imports/directions";
import { importsOf, sources } from "./imports/walk";

const root = fileURLToPath(new URL("..", import.meta.url));
const rooms = ["app", "components", "lib", "local", "proxy.ts", "server.ts", "instrumentation.ts"];
const isTest = (file: string) => /\.test\.tsx?$/.test(file);
const files = (await sources(root, [...rooms, "prisma/commands"])).filter((file) => !isTest(file));

describe("the rooms of the house", () => {
  it("import in one direction", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(complaints(files.flatMap((file) => importsOf(root, file)))).toEqual([]);
  });

  it("have the same floors for the linter", () => {
    const { overrides } = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
    const ofLinter = JSON.stringify(overrides);
    FLOORS.forEach((rooms, floor) => {
      if (floor === 0) return;
      const [bound] = rooms.length === 1 ? rooms : [`{${rooms.join()}}`];
      const above = FLOORS.slice(floor + 1).flat();
      const forbidden = ["local", "e2e", "bench", "app", "components", ...above].join();
      expect(ofLinter).toContain(
        `{"includes":["lib/${bound}/**","!**/*.test.*"],"linter":{"rules":{"style":{"noRestrictedImports":{"level":"error","options":{"patterns":[{"group":["**/{${forbidden}}/**"`,
      );
    });
  });

  it("leave process.env to the settings", () => {
    const outside =
      /^((lib\/(settings|environment)|server|instrumentation)\.ts$|local\/|prisma\/commands\/)/;
    const read = /process\.env\b(?!\.NODE_ENV)/; // Next writes that one into the build
    const readers = files
      .filter((file) => !outside.test(file))
      .filter((file) => read.test(readFileSync(join(root, file), "utf8")));
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
    ["components/button.tsx", "lib/words"],
    ["components/button.tsx", "node:fs"],
    ["lib/mail/send.ts", "local/inbox/start"],
    ["lib/mail/send.ts", "components/button"],
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
    ].map(([from = "", to = ""]) => ({ from, to }));
    expect(complaints(right)).toEqual([]);
  });
});
