import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Email } from "../email";
import { passwordRefusal } from "./choose";

const address = "ana.restrepo@panaderia-sol.com.co" as Email;
const name = "Ana María Restrepo Gil";
const refusal = (password: string) => passwordRefusal(password, { address, name });

/** Distinct, no run, no word: long enough is all that these are. */
const letters = "xqv8kjwz2hbt7nyd5gcm";
const emoji = [..."🌵🦜🎻🧵🍋🪁🐢🛶🥁"];

const EASY = /^(common|guessable|has-product|has-name)$/;

describe("an address of three characters", () => {
  // all that may stand before the @ without quotes (RFC 5322 §3.2.3)
  it.each([..."!#$%&'*+-/=?^_`{|}~."])("that has %s in it stands in nobody's way", async (sign) => {
    const address = `a${sign}b@ejemplo.com` as Email;
    expect(await passwordRefusal("el perro come tarde", { address, name })).toBeNull();
    expect(await passwordRefusal(`a${sign}b@ejemplo.com`, { address, name })).toBe("has-address");
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
  ])("%s is on the list, however it is written", async (password) =>
    expect(await refusal(password)).toBe("common"),
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
    "díadíadía",
    "holahola1",
    "perroperro",
    "colombiacolombia",
    "contraseña1contraseña1",
    "11112222",
    "20262026",
    "!!!!!!!!!!!!",
  ])("%s is a run or a repeat", async (password) => expect(await refusal(password)).toMatch(EASY));

  it.each([
    "qwertyuiop",
    "poiuytrewq",
    "asdfghjk",
    "asdfghjklñ",
    "zxcvbnm,.-",
    "1q2w3e4r",
    "1q2w3e4r5t6y7u",
    "q1w2e3r4t5",
    "qwer1234asdf!",
    "qweasdzxc",
    "1qaz2wsx3",
    "qwerty2026",
    "147258369",
  ])("%s is on the keyboard", async (password) => expect(await refusal(password)).toMatch(EASY));

  it.each([
    "a".repeat(128),
    "a".repeat(30),
    "é".repeat(128),
    "🔑".repeat(8),
    "٠١٢٣٤٥٦٧",
    "clave".repeat(20),
    `${"a".repeat(72)}uno`,
    `${"0123456789".repeat(8)}a`,
    "1q2w3e4r5t6y7u8i9o0p1q2w",
    `alegra${"a".repeat(72)}`,
    `restrepo${"0123456789".repeat(8)}`,
  ])("%s is long or of many scripts: no run or repeat makes it known", async (password) =>
    expect(await refusal(password)).toBeNull(),
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
    ["maria-en-alegra", "has-product"],
    ["R3str3p0-2026", "has-address"],
    ["4l3gr4-2026!", "has-product"],
    ["ana.restrepo@panaderia-sol.com.co 1", "has-address"],
    ["Ana María Restrepo Gil 2026", "has-name"],
  ] as const)("%s: %s", async (password, why) => expect(await refusal(password)).toBe(why));

  it("is nothing where the name is not known; a short word of it stands in no long password's way", async () => {
    const nobody = { address: "x@y.co" as Email, name: null };
    expect(await passwordRefusal("zubiri-48213", nobody)).toBeNull();
    const zubiri = { address: "x@y.co" as Email, name: "Zubiri" };
    expect(await passwordRefusal("zubiri-48213", zubiri)).toBe("has-name");
    const gil = { address: "x@y.co" as Email, name: "Gil" };
    expect(await passwordRefusal("gil-2026", gil)).toBe("has-name");
    expect(await passwordRefusal("frágil cometa lila", gil)).toBeNull();
  });

  it("takes signs in a name as they are", async () => {
    const odd = { address: "x@y.co" as Email, name: "(.*)+ [a-z]{9} \\p{L}" };
    expect(await passwordRefusal("una clave larga", odd)).toBeNull();
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
    ["g\u0301w\u0301n\u0303p\u0301r\u0301s\u0301z\u0301", "short"],
    ["g\u0301w\u0301n\u0303p\u0301r\u0301s\u0301z\u0301k", null],
    // what has no composed form stays two
    ["x\u0301q\u0301v\u0301", "short"],
    ["x\u0301q\u0301v\u0301j\u0301", "guessable"],
    // one sign that is three letters
    ["ﬃxqvk", "short"],
    ["ﬃxqvkj", null],
    [letters.repeat(7).slice(0, 128), null],
    [letters.repeat(7).slice(0, 129), "long"],
    [emoji.join("").repeat(15).slice(0, 256), null],
    [emoji.join("").repeat(15).slice(0, 258), "long"],
  ] as const)("%j: %s", async (password, why) => expect(await refusal(password)).toBe(why));

  it("counts code points whatever they are", async () => {
    const sign = fc.constantFrom(...letters, ...emoji);
    await fc.assert(
      fc.asyncProperty(fc.array(sign, { minLength: 1, maxLength: 140 }), async (signs) => {
        const why = await refusal(signs.join(""));
        expect(why === "short").toBe(signs.length < 8);
        expect(why === "long").toBe(signs.length > 128);
      }),
    );
  });
});

describe("anything at all", () => {
  it.each(["una clave\0larga", "una clave \ud800 larga", "\udc00\udc00\udc00\udc00"])(
    "%j cannot be read",
    async (password) => expect(await refusal(password)).toBe("damaged"),
  );

  it("is answered, never thrown at", async () => {
    const units = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(units, fc.string({ unit: "binary" }), async (password, other) => {
        await refusal(String.fromCharCode(...password));
        await passwordRefusal(other, { address: other as Email, name: other });
      }),
      { numRuns: 500 },
    );
  });

  it("is answered soon, however it repeats itself", async () => {
    expect(await refusal("ab".repeat(8_000))).toBe("long");
    expect(await refusal("\u0301".repeat(16_000))).toBe("long");
    expect(await refusal(`${"qwertyuiop".repeat(12)}x`)).toBeNull();
  });
});
