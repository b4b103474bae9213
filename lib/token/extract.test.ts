import { describe, expect, it } from "vitest";
import { newToken } from "../secrets";
import { readToken } from "./extract";

const TOKENS = [
  ...Array.from({ length: 200 }, newToken),
  ...Array.from({ length: 20 }, () => `3D${newToken().slice(2)}`),
  ...Array.from({ length: 20 }, () => `_${newToken().slice(2, 42)}-A`),
];
const BEHIND = `. , ; : ! ? ) ] } > < " ' ” ’ » … * ** _ - __) %20 %22 \u00a0 \u200b \ufeff \r\n \t & &amp; | \\ / )</p>`;

describe("a token", () => {
  it("is read as it is, and with whatever stands behind it", () => {
    for (const token of TOKENS)
      for (const behind of ["", " ", "\n", ...BEHIND.split(" ")])
        expect(readToken(token + behind)).toBe(token);
  });

  it("is read behind what quoted-printable makes of a sign, a space or a quote", () => {
    for (const token of TOKENS)
      for (const before of ["3D", "=3D", "3d", "=", " ", '"', "<", "\u200b"])
        for (const behind of ["", ".", "__", "-"])
          expect(readToken(before + token + behind)).toBe(token);
  });

  it.each([
    ["nothing", () => ""],
    ["one that is cut", (token: string) => token.slice(1)],
    ["a letter more", (token: string) => `${token}x`],
    ["a letter in front", (token: string) => `x${token}`],
    ["two in one", (token: string) => token + token],
    ["one in the middle of words", (token: string) => `see ${token}`],
    ["one cut by a sign", (token: string) => `${token.slice(0, 20)}.${token.slice(20)}`],
    [
      "an escaped letter",
      (token: string) => `%${token.charCodeAt(0).toString(16)}${token.slice(1)}`,
    ],
  ])("is not found in %s", (_, of) => {
    for (const token of TOKENS.slice(0, 200)) {
      const found = readToken(of(token.replaceAll(/[_-]/g, "a").replace(/^3D/i, "aa")));
      expect(found).toBeNull();
    }
  });

  it.each([undefined, null, 43, ["a".repeat(43)], {}])("is not %j", (value) => {
    expect(readToken(value)).toBeNull();
  });
});
