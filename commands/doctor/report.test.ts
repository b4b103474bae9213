import { describe, expect, it } from "vitest";
import { type Finding, findingsOf } from "./finding";
import { asJson, asText, exitCode } from "./report";

const { ok, note, warning, broken } = findingsOf("mail");

describe("the report", () => {
  it.each<[Finding[], number, string]>([
    [[ok("a")], 0, "all is well"],
    [[ok("a"), note("b", "c")], 0, "all is well"],
    [[ok("a"), warning("b", "c")], 2, "it works, with 1 warning"],
    [[warning("b", "c"), broken("d", "e")], 1, "1 broken, 1 warning"],
  ])("%#", (findings, code, sum) => {
    expect(exitCode(findings)).toBe(code);
    expect(asText(findings).split("\n").at(-1)).toBe(sum);
  });

  it("says below what it found what to do", () => {
    expect(asText([warning("it is slow", "make it fast")])).toBe(
      "! mail  it is slow\n        → make it fast\n\nit works, with 1 warning",
    );
  });

  it("is one object for a program", () => {
    expect(JSON.parse(asJson([warning("b", "c")]))).toEqual({
      status: "warnings",
      findings: [{ check: "mail", gravity: "warning", says: "b", todo: "c" }],
    });
  });
});
