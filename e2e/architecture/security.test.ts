import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Expression } from "oxc-parser";
import { describe, expect, it } from "vitest";
import { codesOf, rowsIn } from "./markdown";
import { visit } from "./walk";

const root = fileURLToPath(new URL("../..", import.meta.url));
const STATES = ["held", "in part", "not held"];
const rows = rowsIn(readFileSync(join(root, "SECURITY.md"), "utf8"), "id");
const named = rows.flatMap((cells) => codesOf(cells[5]));

/** Whether a test of that title, or a group of tests, is in its file and not left out. */
function runs(name: string): boolean {
  const [file = "", ...title] = name.split(": ");
  const path = join(root, file);
  if (!/\.(test|spec)\.tsx?$/.test(file) || !existsSync(path)) return false;
  return titlesIn(file, readFileSync(path, "utf8")).includes(title.join(": "));
}

/** The titles of the tests and groups that run; of a template what is written in it. */
function titlesIn(name: string, source: string): string[] {
  const titles: string[] = [];
  visit(name, source, {
    CallExpression({ callee, arguments: [title] }) {
      if (!isTest(callee)) return;
      if (title?.type === "Literal") titles.push(String(title.value));
      if (title?.type === "TemplateLiteral")
        titles.push(source.slice(title.start + 1, title.end - 1));
    },
  });
  return titles;
}

/** `it`, `test.describe`, `it.each(table)`; not `it.skip`, nor what is called something else. */
function isTest(callee: Expression): boolean {
  if (callee.type === "Identifier") return ["it", "test", "describe"].includes(callee.name);
  if (callee.type === "CallExpression") return isTest(callee.callee);
  return (
    callee.type === "MemberExpression" &&
    callee.property.type === "Identifier" &&
    ["concurrent", "describe", "each"].includes(callee.property.name) &&
    isTest(callee.object)
  );
}

describe("SECURITY.md", () => {
  it("has a row for each requirement, with its state and its reason", () => {
    expect(rows.length).toBeGreaterThan(80);
    for (const row of rows) {
      const [id = "", , , state = "", why = "", heldBy = ""] = row.map(({ text }) => text);
      expect(STATES, id).toContain(state);
      if (state !== "held" || heldBy === "–") expect(why, id).not.toBe("–");
    }
  });

  it("names tests that exist and run", () => {
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !runs(name))).toEqual([]);
  });

  it.each([
    ["of no such title", "lib/config/limits.test.ts: the numbers are somebody else's"],
    ["of no such file", "lib/nothing.test.ts: the numbers are the contract's"],
    ["whose title is in the text alone", "lib/config/limits.test.ts: vitest"],
  ])("would be caught with a test %s", (_, name) => {
    expect(runs(name)).toBe(false);
  });

  it.each([
    ["it", 'it("a", () => {})', ["a"]],
    ["a group", 'test.describe("a", () => { test("b", f); })', ["a", "b"]],
    ["a table's", `it.concurrent.each<[string]>([["x"]])(\`a \${b}\`, f)`, [`a \${b}`]],
    ["one left out", 'it.skip("a", f); test.fixme("b", f); describe.skip("c", f)', []],
    ["one in a comment or a text", '// it("a", f)\nconst a = `it("a", f)`', []],
  ])("sees %s", (_, source, titles) => {
    expect(titlesIn("a.ts", source)).toEqual(titles);
  });
});
