import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonPasswords, isCommon } from "./is-common";
import { listHas, listSize, packList } from "./list";
import { sourcePasswords } from "./source";

/** Enough of the package's million lines to see that the file was made from them. */
const PART = 30_000;

describe("the list that is committed", () => {
  it("holds a hundred thousand and more, five bytes each, in order", () => {
    const list = commonPasswords();
    expect(listSize(list)).toBeGreaterThan(400_000);
    expect(list.length).toBe(listSize(list) * 5);
    for (let at = 5; at < list.length; at += 5)
      if (list.compare(list, at - 5, at, at, at + 5) !== 1)
        expect.fail(`entry ${at / 5} is not above the one before it`);
  });

  it("is what the package's list gives, most common first", () => {
    const part = sourcePasswords(PART);
    expect(part.length).toBeGreaterThan(5_000);
    expect(part.filter((plain) => !isCommon(plain))).toEqual([]);
  });

  it("has nothing that is too short to be chosen anyway", () => {
    expect(isCommon("123456")).toBe(false);
    expect(isCommon("qwerty")).toBe(false);
  });

  it.each([
    "password",
    "12345678",
    "qwertyuiop",
    "asdfghjk",
    "1q2w3e4r",
    "contrasena",
    "colombia1",
  ])("has %s", (plain) => expect(isCommon(plain)).toBe(true));

  it.each(["una-clave-de-demo-2026", "el perro come tarde", "8 cactus en la azotea"])(
    "does not have %s",
    (plain) => expect(isCommon(plain)).toBe(false),
  );
});

describe("any list", () => {
  it("has what was packed into it, and hardly anything else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.string(), (words, other) => {
        const list = packList(words);
        expect(listSize(list)).toBe(words.length);
        for (const word of words) expect(listHas(list, word)).toBe(true);
        expect(listHas(list, other)).toBe(words.includes(other));
      }),
    );
  });

  it("may be empty", () => {
    expect(listHas(packList([]), "x")).toBe(false);
  });
});
