import fc from "fast-check";
import { MATERIALS, type Material } from "./endpoints";
import { SECRET } from "./world";

/** A mark that an answer may hold only with its special characters escaped; `ECHO` finds the one that is not. */
const MARKS = ["zqe<i>", 'zqe"x=', "zqe</script>"];
export const ECHO = /zqe(?:<i>|"x=|<\/)/;

/** A value that a request holds: written out, or of the person that is made for it, whole or damaged. */
export type Value = { text: string } | { of: Material; damage: (typeof DAMAGES)[number] };
const DAMAGES = ["none", "flip", "cut", "double", "upper", "nul", "space"] as const;

/** Line breaks, NUL, controls, what turns writing around or joins nothing, halves of characters, the unassigned. */
const ODD = [
  ..."\0\n\r\t\u001b\u007f\u0085\u00a0\u00ad\u061c\u200b\u200d\u200e\u202e\u2028\u2029\u2066\ufeff\ufffd\ufffe\uffff",
  "\ud800",
  "\udc00",
  "\u{10ffff}",
  "\u{1f469}\u200d\u{1f4bb}",
  "e\u0301",
  "ﬁ",
  "ℌ",
  "İ",
  "ß",
];
const PIECES = [
  ...ODD,
  ...MARKS,
  ...[
    "'",
    '"',
    "<",
    ">",
    "&",
    "\\",
    "/",
    "//",
    "..",
    ";",
    ",",
    "|",
    "%",
    "%00",
    "%zz",
    "%ff",
    "%c0%af",
  ],
  ...[
    "@",
    "a@b.co",
    "@b.co",
    "=",
    "?",
    "#",
    "[]",
    "{}",
    "$7*7",
    "{{7*7}}",
    "' or 1=1 --",
    "null",
    "0",
    "-1",
  ],
  ...[
    "NaN",
    "1e999",
    "9223372036854775808",
    "true",
    "http://evil.example",
    "//evil.example",
    "javascript:",
    "data:",
  ],
  ...["/cuenta", "/facturas", "Bcc: a@b.co", "__proto__", "constructor", "toString", "ñ", "中"],
];
const LENGTHS = [300, 1000, 2040, 9000, 20_000];

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
  fc.string({ maxLength: 8 }),
);
const long = fc
  .tuple(
    fc.constantFrom("", "/", "/cuenta?x=", "a@"),
    fc.constantFrom("a", "ñ", "%", "\u{1f600}", "/", "a@", "e\u0301", "<"),
    fc.constantFrom(...LENGTHS),
  )
  .map(([first, sign, times]) => first + sign.repeat(times));

/** Text as nobody would type it. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join("")) },
  { weight: 2, arbitrary: fc.constantFrom(...MARKS).map((mark) => `${mark}${SECRET}`) },
  { weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  { weight: 1, arbitrary: long },
);

/** A value of a form, a query or a cookie. */
export const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: hostileText.map((text) => ({ text })) },
  {
    weight: 2,
    arbitrary: fc.record({
      // a right password in another place than its own would come back as what it is not
      of: fc.constantFrom(...MATERIALS.filter((one) => one !== "password")),
      damage: fc.constantFrom(...DAMAGES),
    }),
  },
);

/** Names of no field, of every object, and of the fields of other endpoints. */
export const name = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      ...[
        "email",
        "password",
        "name",
        "token",
        "code",
        "callbackUrl",
        "csrfToken",
        "session",
        "json",
        "error",
      ],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      ...[
        "email[]",
        "email[0]",
        "password[a]",
        "__proto__",
        "constructor",
        "prototype",
        "toString",
        "hasOwnProperty",
      ],
      ...[
        "",
        " email",
        "email ",
        "EMAIL",
        "email\0",
        "then",
        "length",
        "nextauth",
        "_rsc",
        "$ACTION_ID_0",
        "1",
      ],
    ),
  },
  { weight: 1, arbitrary: hostileText },
);

/** @returns the text that goes over the wire */
export function damaged(text: string, damage: (typeof DAMAGES)[number]): string {
  switch (damage) {
    case "none":
      return text;
    case "flip":
      return text.replace(/.$/, (last) => (last === "A" ? "B" : "A"));
    case "cut":
      return text.slice(0, -1);
    case "double":
      return text + text;
    case "upper":
      return text.toUpperCase();
    case "nul":
      return `${text}\0`;
    case "space":
      return ` ${text}\u2028`;
  }
}
