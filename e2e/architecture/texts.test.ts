import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { JSXElement, JSXFragment, Node } from "oxc-parser";
import { expect, it } from "vitest";
import { sources, visit } from "./walk";

// A translator moves a page's texts into elements of its own, and React, which counts them as its own children, then
// fails to put an element beside one or to take one away. So a text is the only child of its element, always.

type Kind = "text" | "element" | "other";

/** What a child of an element may become. */
function kindsOf(node: Node): Kind[] {
  switch (node.type) {
    case "JSXText":
      return /^\s*\n\s*$/.test(node.value) ? [] : ["text"];
    case "JSXExpressionContainer":
      return node.expression.type === "JSXEmptyExpression" ? [] : kindsOf(node.expression);
    case "Literal":
      return node.value === null ? [] : ["text"];
    case "TemplateLiteral":
      return ["text"];
    case "ConditionalExpression":
      return [...kindsOf(node.consequent), ...kindsOf(node.alternate)];
    case "LogicalExpression":
      return kindsOf(node.right);
    case "ParenthesizedExpression":
      return kindsOf(node.expression);
    case "JSXFragment":
      return node.children.flatMap(kindsOf);
    case "JSXElement":
      return ["element"];
    default:
      return ["other"];
  }
}

/** Whether a text is not alone there: beside another child, or in the place of an element. */
function isMixed({ children }: JSXElement | JSXFragment): boolean {
  const shown = children.map(kindsOf).filter((kinds) => kinds.length > 0);
  const texts = shown.filter((kinds) => kinds.includes("text"));
  if (texts.length > 0 && shown.length > 1) return true;
  return texts.some((kinds) => kinds.includes("element"));
}

/** Where that is so, as `file:line`. */
function mixedIn(name: string, source: string): string[] {
  const found: string[] = [];
  const look = (node: JSXElement | JSXFragment) => {
    if (isMixed(node)) found.push(`${name}:${source.slice(0, node.start).split("\n").length}`);
  };
  visit(name, source, { JSXElement: look, JSXFragment: look });
  return found;
}

it("a text stands alone in its element, in every component and page", async () => {
  const root = process.cwd();
  const files = await sources(root, ["app", "components"]);
  expect(files.length).toBeGreaterThan(60);
  const read = (name: string) => mixedIn(name, readFileSync(join(root, name), "utf8"));
  expect(files.flatMap(read)).toEqual([]);
});

it.each([
  ["beside an element", "<p>text <b>bold</b></p>"],
  ["beside a space", "<p><b>bold</b>{' '}<b>bold</b></p>"],
  ["beside a value", "<p>Tienes {n} sesiones</p>"],
  ["beside a condition", "<p>Hola{name && <b>{name}</b>}</p>"],
  ["swapped for an element", "<p>{busy ? <Spinner /> : 'Ingresar'}</p>"],
  ["in a fragment", "<>Si no, <a>aquí</a></>"],
])("a text %s is found", (_, source) => {
  expect(mixedIn("page.tsx", source)).toEqual(["page.tsx:1"]);
});

it.each([
  "<p>text</p>",
  "<p>{n === 1 ? 'uno' : 'muchos'}</p>",
  "<p><span>text </span><b>bold</b></p>",
  "<p>{wrong && <b>bold</b>}<i>text</i></p>",
  "<p>{label}</p>",
])("%s is as it should be", (source) => {
  expect(mixedIn("page.tsx", source)).toEqual([]);
});
