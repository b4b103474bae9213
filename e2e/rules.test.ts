import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const TESTS = /\.(test|spec|deploy)\.tsx?$/;
/** What git does not know: it is made here, and may not be there. */
const MADE = [".local", ".next", "node_modules", "test-results"];
const UNBUILT = "Not in this release";

const pages = readdirSync(root)
  .concat(readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).map(inDocs))
  .filter((name) => name.endsWith(".md"));
const read = (page: string) => readFileSync(join(root, page), "utf8");

function inDocs(name: string): string {
  return join("docs", name);
}

/** What stands between backticks, without the blocks of code. */
function spans(markdown: string): string[] {
  const text = markdown.replaceAll(/^( *)```.*?^\1```/gms, "");
  return [...text.matchAll(/(`+)(.+?)\1/gs)].map(([, , inside = ""]) => inside.trim());
}

/** Files and folders of the repository: a path that begins at its root, or the name of a file of code there. */
function pathsIn(markdown: string): string[] {
  const names = readdirSync(root).filter((name) => !MADE.includes(name));
  const isPath = (text: string) => text.includes("/") && names.includes(text.split("/")[0] ?? "");
  const isFile = (text: string) => /^[\w.-]+\.(ts|tsx|mjs)$/.test(text);
  return spans(markdown)
    .map((text) => text.replace(/: .*$/s, "").replace(/\/$/, "/."))
    .filter((text) => /^[\w@.[\]/-]+$/.test(text) && (isPath(text) || isFile(text)));
}

/** Where a link of a page leads within the repository, from its root. */
function linksIn(page: string): string[] {
  const targets = [...read(page).matchAll(/\]\(([^)\s#]+)(?:#[^)]*)?\)/g)].map(([, to = ""]) => to);
  return targets.filter((to) => !/^(https?:|\/)/.test(to)).map((to) => join(page, "..", to));
}

const missing = (paths: string[]) => paths.filter((path) => !existsSync(join(root, path)));

type Rule = { text: string; holders: string[]; tests: string[] };

/** The rules that are built, and those that are not. */
function rulesOf(markdown: string): { built: Rule[]; unbuilt: Rule[] } {
  const [built = "", unbuilt = ""] = markdown.split(`\n## ${UNBUILT}\n`);
  return { built: rulesIn(built), unbuilt: rulesIn(unbuilt) };
}

function rulesIn(part: string): Rule[] {
  const items = part.split(/^- /m).slice(1);
  return items.map((item) => {
    const [text = "", says = ""] = (item.split(/^#/m)[0] ?? "").split(/^ {2}Held by /m);
    const [holders = "", tests = ""] = says.split(/;\s+shown\s+by\s/);
    return { text: text.trim(), holders: pathsIn(holders), tests: pathsIn(tests).filter(isTest) };
  });
}

const isTest = (path: string) => TESTS.test(path);
const isUnheld = ({ holders, tests }: Rule) => holders.length === 0 || tests.length === 0;
const textOf = ({ text }: Rule) => text;

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

describe("docs/rules.md", () => {
  const { built, unbuilt } = rulesOf(read("docs/rules.md"));

  it("names for each rule the file that holds it and the test that shows it", () => {
    expect(built.length).toBeGreaterThan(50);
    expect(built.filter(isUnheld).map(textOf)).toEqual([]);
  });

  it("names none for what is not built", () => {
    expect(unbuilt.length).toBeGreaterThan(5);
    expect(unbuilt.filter((rule) => !isUnheld(rule)).map(textOf)).toEqual([]);
  });

  it("would be caught with a rule that has no test, or no holder", () => {
    const wrong =
      "## One\n\n- A.\n  Held by `lib/log.ts`; shown by `lib/log.ts`.\n- B.\n\n## Two\n";
    expect(rulesOf(wrong).built.filter(isUnheld).map(textOf)).toEqual(["A.", "B."]);
  });
});
