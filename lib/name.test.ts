import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFrom, parseName } from "./name";

const parsed = (typed: string) => {
  const result = parseName(typed);
  return result.ok ? result.name : result.refusal;
};

describe("a name", () => {
  it.each([
    ["joined in Persian", "علی\u200cرضا"],
    ["joined in an Indic script", "क्\u200dष"],
    ["that ends in a chillu of Malayalam", "രാജന്\u200d"],
    ["with a word that ends in a chillu", "രാജന്\u200d നായര്\u200d"],
    ["of pictures that are joined", "Ana 👩\u200d💻"],
    ["of one picture", "👩\u200d💻"],
    ["of a family", "👨\u200d👩\u200d👧\u200d👦"],
    ["of a heart", "Ana \u2764\ufe0f"],
    ["of a flag", "Ana 🇨🇴"],
    ["of a flag that is spelt", "Ana 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}"],
    ["with a variant of a letter", "葛\u{e0100}城"],
    ["of another script", "李"],
    ["of a company", "O'Brien-Pérez, S.A.S. 2.0"],
  ])("%s is kept as it is", (_, name) => {
    expect(parsed(name)).toBe(name);
    expect(nameFrom(name)).toBe(name);
  });

  const MARKS = [
    ..."\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\u200c\u200d\u2060",
    ..."\u00ad\ufeff\ufe0f\ufe0e\u3164\u115f\u00a0\u2003\u2028\t\n\r\u0085\u{e0041}\u034f",
  ];
  it.each(MARKS)("loses the mark %j at its ends", (mark) => {
    for (const typed of [`${mark}Ana`, `Ana${mark}`, `${mark}${mark} Ana ${mark}`]) {
      expect(parsed(typed)).toBe("Ana");
      expect(nameFrom(typed)).toBe("Ana");
    }
  });

  it.each(MARKS)("of the mark %j alone is none", (mark) => {
    expect(parsed(mark + mark)).toBe("empty");
    expect(nameFrom(mark + mark)).toBeNull();
  });

  it.each([
    ["  Ana   María\t", "Ana María"],
    ["Ana\u00a0\u2003María", "Ana María"],
    ["Ana \u200bMaría", "Ana María"],
    ["\u2068Ana\u2069 \u200fMaría", "Ana María"],
    ["Ana\u200d María", "Ana María"],
    ["Jose\u0301", "José"],
    ["", "empty"],
    ["   ", "empty"],
    ["...", "damaged"],
    ["\u202dAna María\u202c", "Ana María"],
    ["Ana\u202e María", "Ana María"],
    ["രാജന്\u200d\u200d\u200c", "രാജന്\u200d"],
    ["രാജന്\u200c", "രാജന്"],
    ["Ana\0", "damaged"],
    ["Ana\ud800", "damaged"],
    ["Ana\ufffd", "damaged"],
    ["ñ".repeat(80), "ñ".repeat(80)],
    ["n\u0303".repeat(80), "ñ".repeat(80)],
    ["👩\u200d💻".repeat(80), "👩\u200d💻".repeat(80)],
    ["ñ".repeat(81), "long"],
    ["😀".repeat(81), "long"],
    [`a${"\u0323".repeat(400)}`, "long"],
  ])("%j is %j", (typed, expected) => {
    expect(parsed(typed)).toBe(expected);
  });

  it("is clean: cleaning it again changes nothing", () => {
    const unit = fc.constantFrom(
      ...MARKS,
      ..."aéñ 李👩💻🏴",
      "\u{e0067}",
      "\u0301",
      "\u094d",
      "\u093c",
      "🏽",
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (typed) => {
        const name = parsed(typed);
        expect(parsed(name)).toBe(name);
        expect(nameFrom(name)).toBe(name);
      }),
    );
  });
});

describe("a name that another service tells", () => {
  it.each([
    ["Ana\0 \u202ePérez\n", "Ana Pérez"],
    ["ñ".repeat(81), "ñ".repeat(80)],
    ["👩\u200d💻".repeat(81), "👩\u200d💻".repeat(80)],
    [`${"a".repeat(79)} b`, "a".repeat(79)],
    ["...", null],
    ["\u202e", null],
  ])("is read as far as it can be: %j", (told, name) => {
    expect(nameFrom(told)).toBe(name);
  });
});
