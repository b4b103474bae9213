import { describe, expect, it } from "vitest";
import { complaintsOf, named, namesAndOptions } from "./named";

const FILES = ["app/page.tsx", "lib/token/code.test.ts", "lib/token/mint.test.ts", "lib/tokens.ts"];

describe("the files that somebody asks for", () => {
  it.each([
    ["lib/token/code.test.ts", ["lib/token/code.test.ts"]],
    ["./lib/token/code.test.ts", ["lib/token/code.test.ts"]],
    ["code.test.ts", ["lib/token/code.test.ts"]],
    ["code", ["lib/token/code.test.ts"]],
    ["token/code", ["lib/token/code.test.ts"]],
    ["lib/token", ["lib/token/code.test.ts", "lib/token/mint.test.ts"]],
    ["lib/token/", ["lib/token/code.test.ts", "lib/token/mint.test.ts"]],
  ])("are by %s", (word, files) => {
    expect(named([word], FILES)).toEqual(files);
  });

  it.each(["cod", "ode", "lib/tok", "nothing", ".", ""])(
    "are none by %j, which is said",
    (word) => {
      expect(() => named(["code", word], FILES)).toThrow(
        `no file for that is called ${JSON.stringify(word)}`,
      );
    },
  );

  it("come before what the tool itself is told", () => {
    const words = ["code", "mint", "-t", "a title", "--workers=1"];
    const options = ["-t", "a title", "--workers=1"];
    expect(namesAndOptions(words)).toEqual({ names: ["code", "mint"], options });
    expect(namesAndOptions(["code"])).toEqual({ names: ["code"], options: [] });
  });
});

it("of what the compiler says, what it says of the files asked for is shown, whole", () => {
  const said =
    "lib/a.ts(1,2): error TS1: wrong\n  because of\n  this\nlib/b.ts(3,4): error TS2: no";
  expect(complaintsOf(["lib/a.ts"], said)).toBe(
    "lib/a.ts(1,2): error TS1: wrong\n  because of\n  this",
  );
  expect(complaintsOf(["lib/c.ts"], said)).toBe("");
  expect(complaintsOf([], said)).toBe(said);
});
