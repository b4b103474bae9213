import { expect, it } from "vitest";
import { codeAt } from "./code";

const SECRET = Buffer.from("12345678901234567890");

it.each([
  [0, "755224"],
  [1, "287082"],
  [2, "359152"],
  [3, "969429"],
  [4, "338314"],
  [5, "254676"],
  [6, "287922"],
  [7, "162583"],
  [8, "399871"],
  [9, "520489"],
])("the code at count %i is the one of RFC 4226's appendix D", (count, code) => {
  expect(codeAt(BigInt(count), SECRET)).toBe(code);
});

it.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
  [20000000000, "65353130"],
])("the code at second %i is the one of RFC 6238's appendix B", (second, code) => {
  expect(codeAt(BigInt(second) / 30n, SECRET, 8)).toBe(code);
});
