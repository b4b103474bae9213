import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseEmail } from "@/lib/email";
import { bareAddress } from "./bare-address";

const ADDRESS = "ana@gmail.com";

describe("what is pasted into the field of an address", () => {
  it.each([
    "（?)ana@gmail.com",
    "‹*“ana@gmail.com>",
    "Ana <ana@gmail.com>",
    '"Díaz, Ana" <ana@gmail.com>,',
    "<ana@gmail.com>",
    "mailto:ana@gmail.com",
    "MAILTO:ana@gmail.com?subject=Hola%20Ana",
    "  ana@gmail.com\t",
    "\u00a0ana@gmail.com\u3000",
    "\u202aana@gmail.com\u202c",
    "\ufeffana@\u200bgmail.com\ufe0f",
    "ana@gmail.com.",
    "ana@gmail.com,",
    "ana@gmail.com;",
    "(ana@gmail.com)",
    "“ana@gmail.com”",
    "ana@gmail.com (Ana)",
    "ana@gmail.com (Ana).",
    "(Ana) ana@gmail.com",
    "('ana@gmail.com')",
    "**ana@gmail.com**, ",
    "`ana@gmail.com`",
    "{ana@gmail.com}",
    "« ana@gmail.com »",
    "‘ana@gmail.com",
    "¿ana@gmail.com?",
    "<ana@gmail.com",
    "（ana@gmail.com）",
    "ana@gmail.com…",
  ])("is its address: %j", (pasted) => {
    expect(bareAddress(pasted)).toBe(ADDRESS);
  });

  const signs = (unit: string) => fc.string({ unit: fc.constantFrom(...unit), maxLength: 3 });
  const SIGNS = "“”«»‘’‹›„'*_{}`[]()<>\",:!?¿¡＇（ ";
  const ADDRESSES = ["ana@gmail.com", "ana", "o'b@x.co", "a@b.co (Ana)"];
  const pasted = fc
    .tuple(signs(SIGNS), fc.constantFrom(...ADDRESSES), signs(`${SIGNS}.…`))
    .map((parts) => parts.join(""));
  it("is never damaged: what the door takes stays that address", () => {
    fc.assert(
      fc.property(pasted, (typed) => {
        const asTyped = parseEmail(typed);
        if (asTyped.ok) expect(parseEmail(bareAddress(typed))).toEqual(asTyped);
      }),
      { numRuns: 3000 },
    );
  });

  it("loses all signs around it that the door refuses", () => {
    fc.assert(
      fc.property(pasted, (typed) => {
        const asTyped = parseEmail(typed);
        if (!asTyped.ok && asTyped.refusal === "surrounded")
          expect(parseEmail(bareAddress(typed)).ok, bareAddress(typed)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    "ana@gmail.com,leo@gmail.com",
    "Ana <ana@gmail.com>, Leo <leo@gmail.com>",
    "ana@gmail.com\nleo@gmail.com",
    "ana gmail.com",
    "ana b@gmail.com",
    '"a b"@gmail.com',
    "ana@gmail.com (Ana",
    "ana@gmail.com Ana)",
    "ana@[127.0.0.1]",
    "Ana <leo@gmail.com> ana@gmail.com",
    "",
  ])("is left for the door to judge, where it is not one address: %j", (pasted) => {
    const clean = bareAddress(pasted);
    expect(parseEmail(clean).ok, clean).toBe(false);
  });

  it.each([
    "o'brien_%~!#$&*/=?^`{|}-@ejemplo.com",
    "josé@ñandú.co",
    "'ana@ejemplo.com",
    "*b@x.co",
    "!x@x.co",
  ])("stays as it is, where it is an address: %s", (typed) => {
    expect(bareAddress(typed)).toBe(typed);
  });
});
