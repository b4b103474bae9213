import { expect, it } from "vitest";
import { newToken } from "@/lib/secrets";
import { lastLines, listed } from "./failures";

it("nothing is listed where everything passed", () => {
  expect(listed([])).toEqual([]);
});

it("what did not pass is listed with what it said", () => {
  const message = "\u001b[31mexpected 1 to be 2\u001b[39m\n\n    at lib/a.test.ts:3:4\n";
  expect(
    listed([
      { test: "lib/a.test.ts: a promise", message },
      { test: "b", message: "" },
    ]),
  ).toEqual([
    "Not passed:",
    "  lib/a.test.ts: a promise",
    "      expected 1 to be 2",
    "          at lib/a.test.ts:3:4",
    "  b",
  ]);
});

it("of a message the first lines are listed, of a stack those of the product", () => {
  const message = `wrong\n    at fn (file:///x/node_modules/@b/a.js:1:2)\n${"because\n".repeat(50)}`;
  expect(listed([{ test: "a", message }])).toEqual([
    ...["Not passed:", "  a", "      wrong"],
    ...Array(11).fill("      because"),
  ]);
  const [, , line] = listed([{ test: "a", message: "no ".repeat(9999) }]);
  expect(line).toHaveLength(6 + 200);
});

it("of many failures twenty are listed, and how many more there are", () => {
  const many = Array.from({ length: 23 }, (_, index) => ({ test: `${index}`, message: "" }));
  expect(listed(many)).toHaveLength(22);
  expect(listed(many).slice(-2)).toEqual(["  19", "  and 3 more"]);
});

it("no token, address or query of a message is listed", () => {
  const token = newToken();
  const message = `${token} ana@example.com http://localhost/login/link?code=123456 there`;
  expect(listed([{ test: "a", message }])[2]).toBe("      * * http://localhost/login/link there");
});

it("what a tool said last is at its end", () => {
  const lines = Array.from({ length: 50 }, (_, index) => `line ${index}`);
  expect(lastLines(`${lines.join("\n\n")}\n`).split("\n")).toEqual(lines.slice(-12));
});
