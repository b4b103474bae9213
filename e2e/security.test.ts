import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const STATES = ["held", "in part", "not held"];
/** a test that runs has its title right behind it, or behind the table of its cases */
const TITLE =
  /(?:\b(?:it|test|describe)(?:\.(?:concurrent|describe|each))*(?:<[^()]*>)?|\))\(\s*("(?:[^"\\]|\\.)*"|`[^`]*`)/g;

const rows = readFileSync(join(root, "SECURITY.md"), "utf8")
  .split("\n### ")
  .slice(1)
  .flatMap((section) => section.split("\n").filter((line) => line.startsWith("| ")))
  .map((line) => line.slice(2, -2).split(" | "))
  .filter(([id]) => id !== "id" && id !== "---");
const named = rows
  .flatMap((cells) => (cells[5] ?? "").split("<br>"))
  .filter((name) => name !== "–");

/** Whether a test of that title, or a group of tests, is in its file and not left out. */
function runs(name: string): boolean {
  const [, file = "", title = ""] = /^`+ ?(\S+): (.*?) ?`+$/.exec(name) ?? [];
  const path = join(root, file);
  if (!/\.(test|spec)\.tsx?$/.test(file) || !existsSync(path)) return false;
  const titles = [...readFileSync(path, "utf8").matchAll(TITLE)].map(([, text = ""]) => text);
  return titles.some((text) => text.slice(1, -1).replace(/\\(["\\])/g, "$1") === title);
}

describe("SECURITY.md", () => {
  it("has a row for each requirement, with its state and its reason", () => {
    expect(rows.length).toBeGreaterThan(80);
    for (const [id = "", , , state = "", why = "", heldBy = ""] of rows) {
      expect(STATES, id).toContain(state);
      if (state !== "held" || heldBy === "–") expect(why, id).not.toBe("–");
    }
  });

  it("names tests that exist and run", () => {
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((name) => !runs(name))).toEqual([]);
  });

  it.each([
    ["of no such title", "`lib/limits.test.ts: the numbers are somebody else's`"],
    ["of no such file", "`lib/nothing.test.ts: the numbers are the contract's`"],
    ["whose title is in the text alone", "`lib/limits.test.ts: vitest`"],
  ])("would be caught with a test %s", (_, name) => {
    expect(runs(name)).toBe(false);
  });
});
