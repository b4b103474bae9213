import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { codesIn, codesOf, itemsIn, rowsIn, targetsIn } from "./markdown";

const root = fileURLToPath(new URL("../..", import.meta.url));
const TESTS = /\.(test|spec|deploy)\.tsx?$/;
/** What git does not know: it is made here, and may not be there. */
const MADE = [".local", ".next", "node_modules", "public", "test-results"];

const inDocs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" });
const pages = [...readdirSync(root), ...inDocs.map((name) => join("docs", name))].filter((name) =>
  name.endsWith(".md"),
);
const read = (page: string) => readFileSync(join(root, page), "utf8");

/** Files and folders that a text names: a path that begins at the root, or the name of a file of code there. */
function pathsIn(markdown: string): string[] {
  const names = readdirSync(root).filter((name) => !MADE.includes(name));
  const isPath = (text: string) => text.includes("/") && names.includes(text.split("/")[0] ?? "");
  const isFile = (text: string) => /^[\w.-]+\.(ts|tsx|mjs)$/.test(text);
  return codesIn(markdown, "codespan")
    .map(({ text }) => text.replace(/: .*$/s, "").replace(/\/$/, "/."))
    .filter((text) => /^[\w@.[\]/-]+$/.test(text) && (isPath(text) || isFile(text)));
}

/** Where a page's links lead within the repository, from its root. */
function linksIn(page: string): string[] {
  const targets = targetsIn(read(page)).map((target) => target.replace(/#.*$/, ""));
  return targets.filter((to) => !/^(https?:|$)/.test(to)).map((to) => join(page, "..", to));
}

const missing = (paths: string[]) => paths.filter((path) => !existsSync(join(root, path)));

type Rule = { rule: string; holders: string[]; tests: string[] };

/** Each rule, the files that hold it, and the tests that show it. */
function rulesIn(markdown: string): Rule[] {
  return itemsIn(markdown).map((text) => {
    const [rule = "", says = ""] = text.split(/^Held by /m);
    const [holders = "", tests = ""] = says.split(/;\s+shown\s+by\s/);
    const shownBy = pathsIn(tests).filter((path) => TESTS.test(path));
    return { rule: rule.trim(), holders: pathsIn(holders), tests: shownBy };
  });
}

const isHeld = ({ holders, tests }: Rule) => holders.length > 0 && tests.length > 0;
const unheld = (rules: Rule[]) => rules.filter((one) => !isHeld(one)).map(({ rule }) => rule);

describe("what the repository says of itself", () => {
  it.each(pages)("names files that exist: %s", (page) => {
    expect(missing(pathsIn(read(page)))).toEqual([]);
  });

  it.each(pages)("leads to files that exist: %s", (page) => {
    expect(missing(linksIn(page))).toEqual([]);
  });

  it("would be caught with a file that is not there, or a folder", () => {
    const wrong = "see `lib/nothing.ts`, `e2e/nothing/` and\n\n```\n`lib/block.ts`\n```\n";
    expect(missing(pathsIn(wrong))).toEqual(["lib/nothing.ts", "e2e/nothing/."]);
  });
});

describe("the map in README.md", () => {
  const map = codesIn(read("README.md"), "code").find(({ text }) => text.includes("\nlib/"))?.text;
  const namesIn = (folder: string) =>
    readdirSync(join(root, folder), { withFileTypes: true })
      .filter((one) => one.isDirectory() && !one.name.startsWith(".") && !MADE.includes(one.name))
      .map(({ name }) => name);
  const named = (each: RegExp) => [...(map ?? "").matchAll(each)].map(([, name = ""]) => name);

  it("has every folder of the repository, and every room of lib", () => {
    expect(named(/^(\w+)\/ /gm).sort()).toEqual(namesIn(".").sort());
    expect(named(/(?<=^ .* )([\w-]+)\/ /gm).sort()).toEqual(namesIn("lib").sort());
  });
});

describe("docs/rules.md", () => {
  const rules = rulesIn(read("docs/rules.md"));

  it("names for each rule the file that holds it and the test that shows it", () => {
    expect(rules.length).toBeGreaterThan(50);
    expect(unheld(rules)).toEqual([]);
  });

  it("would be caught with a rule that has no test, or no holder", () => {
    const wrong =
      "## One\n\n- A.\n  Held by `lib/log.ts`; shown by `lib/log.ts`.\n- B.\n\n## Two\n";
    expect(unheld(rulesIn(wrong))).toEqual(["A.", "B."]);
  });
});

describe("docs/upgrading.md", () => {
  const rows = rowsIn(read("docs/upgrading.md"), "package");

  it("names for each inside that nobody promises the test that goes red", () => {
    expect(rows.length).toBeGreaterThan(12);
    const untested = rows.filter((cells) => !codesOf(cells[3]).some((path) => TESTS.test(path)));
    expect(untested.map(([name]) => name?.text)).toEqual([]);
  });
});
