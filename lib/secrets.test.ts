import { describe, expect, it } from "vitest";
import { isToken, newToken, sameSecret, sha256 } from "./secrets";

describe("a token", () => {
  it("has 256 bits, and is another one each time", () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(tokens.every(isToken)).toBe(true);
  });

  it.each([
    undefined,
    null,
    7,
    "",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(43)}\n`,
    [newToken()],
  ])("is not %j", (value) => {
    expect(isToken(value)).toBe(false);
  });

  it("is stored as its SHA-256", () => {
    // NIST FIPS 180-2, appendix B.1
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it.each([
    ["a", "a", true],
    ["a", "b", false],
    ["a", "ab", false],
    ["", "", true],
  ])("compared in constant time: %j and %j", (one, other, same) => {
    expect(sameSecret(one, other)).toBe(same);
  });
});
