import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Address } from "../address";
import { passwordRefusal } from "./choose";

const address = "ana.restrepo@panaderia-sol.com.co" as Address;
const name = "Ana María Restrepo Gil";
const refusal = (password: string) => passwordRefusal(password, { address, name });

/** Distinct, no run, no word: long enough is all that these are. */
const letters = "xqv8kjwz2hbt7nyd5gcm";
const emoji = [..."🌵🦜🎻🧵🍋🪁🐢🛶🥁"];

describe("what may be chosen", () => {
  it.each([
    "una-clave-de-demo-2026",
    "correct horse staple",
    "el perro come tarde",
    "        ñandú        ",
    "solo letras sin nada",
    "93847561029384",
    "鋼の錬金術師と賢者",
    "panaderia de barrio en Tunja",
    "mi gata Ana duerme 9 horas",
    "alegra-y-otras-palabras-largas",
    "regresó el 1234 a la mesa",
    "';drop table users--",
  ])("%s", (password) => expect(refusal(password)).toBeNull());
});

describe("an address of three characters", () => {
  // all that may stand before the @ without quotes (RFC 5322 §3.2.3)
  it.each([..."!#$%&'*+-/=?^_`{|}~."])("that has %s in it stands in nobody's way", (sign) => {
    const address = `a${sign}b@ejemplo.com` as Address;
    expect(passwordRefusal("el perro come tarde", { address, name })).toBeNull();
    expect(passwordRefusal(`a${sign}b 4821`, { address, name })).toBe("has-address");
  });
});

describe("what everybody knows", () => {
  it.each([
    "password",
    "PassWord",
    "ｐａｓｓｗｏｒｄ",
    "Contraseña",
    "CONTRASEÑA",
    "contrasen\u0303a",
    "password1234",
    "superman1",
    "Colombia1",
  ])("%s is on the list, however it is written", (password) =>
    expect(refusal(password)).toBe("common"),
  );

  it.each([
    "aaaaaaaa",
    "abcabcabc",
    "abcabcabca",
    "xyzwxyzw",
    "12345678",
    "87654321",
    "1234567890123",
    "abcdefghij",
    "aaaabbbb",
    "abcd4321!",
    "123abc123",
    "abcdefgh",
    "abcabcabcabcab",
    "ａａａａａａａａ",
  ])("%s is a run or a repeat", (password) => expect(refusal(password)).toBe("common"));

  it.each([
    "qwertyuiop",
    "poiuytrewq",
    "asdfghjk",
    "zxcvbnm,.-",
    "1q2w3e4r",
    "1q2w3e4r5t6y7u",
    "q1w2e3r4t5",
    "qwer1234asdf!",
    "qweasdzxc",
  ])("%s is on the keyboard", (password) => expect(refusal(password)).toBe("common"));

  it.each([
    "a".repeat(128),
    "a".repeat(30),
    "é".repeat(128),
    "día".repeat(3),
    "🔑".repeat(8),
    "٠١٢٣٤٥٦٧",
    "clave".repeat(20),
    `${"a".repeat(72)}uno`,
    `${"0123456789".repeat(8)}a`,
    "1q2w3e4r5t6y7u8i9o0p1q2w",
    `alegra${"a".repeat(72)}`,
    `restrepo${"0123456789".repeat(8)}`,
  ])("%s is long or of many scripts: no run or repeat makes it known", (password) =>
    expect(refusal(password)).toBeNull(),
  );
});

describe("what others know of this person", () => {
  it.each([
    ["ana.restrepo@panaderia-sol.com.co", "has-address"],
    ["ana.restrepo", "has-address"],
    ["AnaRestrepo2026", "has-address"],
    ["panaderia-sol", "has-address"],
    ["PanaderíaSol1", "has-address"],
    ["restrepo12345678", "has-address"],
    ["gil.maria.99", "has-name"],
    ["MARIA-gil-2026", "has-name"],
    ["anamariarestrepogil", "has-name"],
    ["alegra2026!", "has-product"],
    ["Álegra-123456789", "has-product"],
    ["ingreso-alegra-1", "has-product"],
    ["Facturación", "has-product"],
    ["facturacion2026", "has-product"],
    ["maria-en-alegra", "has-name"],
  ] as const)("%s: %s", (password, why) => expect(refusal(password)).toBe(why));

  it("is nothing where the name is not known, and the words of three letters count alone", () => {
    const nobody = { address: "x@y.co" as Address, name: null };
    expect(passwordRefusal("gil.maria.99", nobody)).toBeNull();
    const gil = { address: "x@y.co" as Address, name: "Gil" };
    expect(passwordRefusal("gil-48213", gil)).toBe("has-name");
    expect(passwordRefusal("ágilmente", gil)).toBeNull();
  });

  it("takes signs in a name as they are", () => {
    const odd = { address: "x@y.co" as Address, name: "(.*)+ [a-z]{9} \\p{L}" };
    expect(passwordRefusal("una clave larga", odd)).toBeNull();
  });
});

describe("length, in code points of what is hashed", () => {
  it.each([
    ["", "empty"],
    [letters.slice(0, 7), "short"],
    [letters.slice(0, 8), null],
    [emoji.slice(0, 7).join(""), "short"],
    [emoji.slice(0, 8).join(""), null],
    // an e and its accent become one
    ["a\u0301e\u0301i\u0301o\u0301u\u0301n\u0303u\u0308", "short"],
    ["a\u0301e\u0301i\u0301o\u0301u\u0301n\u0303u\u0308k", null],
    // what has no composed form stays two
    ["x\u0301q\u0301v\u0301k\u0301j\u0301", null],
    // one sign that is three letters
    ["ﬃxqvk", "short"],
    ["ﬃxqvkj", null],
    [letters.repeat(7).slice(0, 128), null],
    [letters.repeat(7).slice(0, 129), "long"],
    [emoji.join("").repeat(15).slice(0, 256), null],
    [emoji.join("").repeat(15).slice(0, 258), "long"],
  ] as const)("%j: %s", (password, why) => expect(refusal(password)).toBe(why));

  it("counts code points whatever they are", () => {
    const sign = fc.constantFrom(...letters, ...emoji);
    fc.assert(
      fc.property(fc.array(sign, { minLength: 1, maxLength: 140 }), (signs) => {
        const why = refusal(signs.join(""));
        expect(why === "short").toBe(signs.length < 8);
        expect(why === "long").toBe(signs.length > 128);
      }),
    );
  });
});

describe("anything at all", () => {
  it.each(["una clave\0larga", "una clave \ud800 larga", "\udc00\udc00\udc00\udc00"])(
    "%j cannot be read",
    (password) => expect(refusal(password)).toBe("damaged"),
  );

  it("is answered, never thrown at", () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 });
    fc.assert(
      fc.property(units, fc.string({ unit: "binary" }), (password, other) => {
        refusal(String.fromCharCode(...password));
        passwordRefusal(other, { address: other as Address, name: other });
      }),
      { numRuns: 500 },
    );
  });

  it("is answered soon, however it repeats itself", () => {
    expect(refusal("ab".repeat(8_000))).toBe("long");
    expect(refusal("\u0301".repeat(16_000))).toBe("long");
    expect(refusal(`${"qwertyuiop".repeat(12)}x`)).toBeNull();
  });
});
