import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { codesOf, rowsIn } from "./markdown";
import { visit } from "./walk";

const root = fileURLToPath(new URL("../..", import.meta.url));
const room = join(root, "testing/adversaries");

/** What a class of adversaries says that it expects, as `[thief.code, …]`. */
function expectations(file: string): [attack: string, expects: string][] {
  const who = file.replace(".ts", "").replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const found: [string, string][] = [];
  visit(file, readFileSync(join(room, file), "utf8"), {
    PropertyDefinition({ key, value }) {
      if (key.type !== "Identifier" || key.name !== "expects") return;
      if (value?.type !== "TSAsExpression" || value.expression.type !== "ObjectExpression") return;
      for (const one of value.expression.properties)
        if (one.type === "Property" && one.key.type === "Identifier")
          found.push([`${who}.${one.key.name}`, String("value" in one.value && one.value.value)]);
    },
  });
  return found;
}

it("docs/testing.md tells of every adversary what it expects, in its own words", () => {
  const page = readFileSync(join(root, "docs/testing.md"), "utf8");
  const told = rowsIn(page, "attack").map(([attack, expects]) => [
    codesOf(attack)[0]?.replace(/\(.*/, ""),
    expects?.text,
  ]);
  const said = readdirSync(room)
    .filter((file) => !file.endsWith(".test.ts"))
    .flatMap(expectations);
  expect(said.length).toBeGreaterThan(20);
  expect(told.toSorted()).toEqual(said.toSorted());
});
