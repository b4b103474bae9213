/** What a field of JSON may hold instead of base64url. */
const INSTEAD: [string, unknown][] = [
  ["null", null],
  ["a number", 7],
  ["true", true],
  ["a list", ["AAAA"]],
  ["an object", { 0: "A" }],
  ["nothing", ""],
  ["no base64url", "ñ!"],
  ["another alphabet", "+/+/"],
  ["a space in front", " AAAA"],
  ["a line's end", "AAAA\n"],
  ["padding", "AAA="],
  ["loose bits at the end", "AB"],
  ["a zero byte", "AAAA\0"],
];

const FIELDS = {
  get: ["clientDataJSON", "authenticatorData", "signature", "userHandle"],
  create: ["clientDataJSON", "attestationObject"],
} as const;

type Answer = { id: string; response: object };

/** One good answer in text, damaged in its JSON: what it is called, and the text. */
export function brokenJson(answer: Answer, kind: keyof typeof FIELDS): [string, string][] {
  const { response, ...around } = answer;
  const text = JSON.stringify(answer);
  const outside = (more: object) => JSON.stringify({ ...answer, ...more });
  const inside = (more: object) => outside({ response: { ...response, ...more } });
  const cuts = Array.from({ length: 16 }, (_, n) => Math.floor((text.length * n) / 16));
  return [
    ...INSTEAD.flatMap(([what, value]): [string, string][] => [
      ...["id", "rawId", "type", "response"].map((name): [string, string] => [
        `${name} is ${what}`,
        outside({ [name]: value }),
      ]),
      ...FIELDS[kind].map((name): [string, string] => [
        `${name} is ${what}`,
        inside({ [name]: value }),
      ]),
    ]),
    ...Object.keys(around)
      .filter((name) => name !== "clientExtensionResults")
      .concat("response")
      .map((name): [string, string] => [`without ${name}`, outside({ [name]: undefined })]),
    ...FIELDS[kind].map((name): [string, string] => [
      `without ${name}`,
      inside({ [name]: undefined }),
    ]),
    ...cuts.map((at): [string, string] => [`cut after ${at} characters`, text.slice(0, at)]),
    ["a field more", outside({ extra: 1 })],
    ["a field more in the response", inside({ extra: "AAAA" })],
    ["a prototype", text.replace("{", '{"__proto__":{"id":"AAAA"},')],
    ["one name twice", text.replace("{", `{"id":"${answer.id}",`)],
    ["one name twice, once in other letters", text.replace("{", `{"\\u0069d":"${answer.id}",`)],
    [
      "one name of the response twice",
      text.replace('"response":{', '"response":{"clientDataJSON":"e30",'),
    ],
    ["extensions that are a list", outside({ clientExtensionResults: [] })],
    ["an attachment that is a number", outside({ authenticatorAttachment: 1 })],
    ["another type", outside({ type: "password" })],
    ["another id than the raw one", outside({ rawId: "AAAA" })],
    ["a list around", `[${text}]`],
    ["text around", JSON.stringify(text)],
    ["text behind", `${text} x`],
    ["a mark of the byte order in front", `\ufeff${text}`],
    ["null alone", "null"],
    ["a number alone", "1e999"],
    ["deep lists", "[".repeat(2500) + "]".repeat(2500)],
    ["deep objects", '{"a":'.repeat(1000)],
    ["an id of more than 1023 bytes", outside({ id: "A".repeat(1368), rawId: "A".repeat(1368) })],
    ["a long field", inside({ [FIELDS[kind][1]]: "A".repeat(10_000) })],
  ];
}

/** Each bit of the text's bytes that stands at one of `places`, turned over. */
export function flipped(text: string, places: readonly number[]): [string, string][] {
  return places.map((at) => {
    const bytes = Buffer.from(text, "base64url");
    const place = at < 0 ? bytes.length + at : at;
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (place % 8));
    return [`bit ${place % 8} of byte ${place}`, bytes.toString("base64url")];
  });
}
