import fc from "fast-check";
import { HEADERS } from "./headers";
import { hostileText, name, value } from "./hostile";
import { BODIES, COOKIES, type Field, FORM, FRAMINGS, type Fuzzed, PROOFS } from "./request";

const TYPES = [
  "application/json",
  "multipart/form-data; boundary=x",
  "text/plain",
  `${FORM}; charset=utf-16`,
  FORM,
  "",
  "x".repeat(500),
];
const WEIRD_METHODS = [
  "HEAD",
  "OPTIONS",
  "PUT",
  "PATCH",
  "DELETE",
  "TRACE",
  "CONNECT",
  "PROPFIND",
  "get",
  "GET",
  "POST",
  "X",
];
/** Text that Node lets through as a header's value: what it refuses shows nothing of the product. */
const carried = hostileText.map((text) => text.replace(/[^\t\x20-\x7e\x80-\u{10ffff}]/gu, ""));
/** Text as a browser writes it into an address. */
const inAddress = hostileText.map((text) => encodeURIComponent(Buffer.from(text).toString()));

const oddHeader = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...Object.entries(HEADERS).flatMap(([key, values]) =>
        values.map((one): [string, string] => [key, one]),
      ),
    ),
  },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...Object.keys(HEADERS)), hostileText) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constantFrom("x", "x y", "", ":", "a\0b", "__proto__", "constructor"),
      carried,
    ),
  },
);

/** One thing that is wrong with a request. */
export type Change = (request: Fuzzed) => Fuzzed;
const changed =
  (part: Partial<Fuzzed>): Change =>
  (request) => ({ ...request, ...part });

/** @param own the fields that the endpoint's form has: what is wrong with those gets deepest */
export function changesOf(own: string[]): fc.Arbitrary<{ what: string; make: Change }> {
  const ofOwn = own.length > 0 ? fc.constantFrom(...own) : name;
  const field = fc.tuple(
    fc.oneof({ weight: 2, arbitrary: ofOwn }, { weight: 1, arbitrary: name }),
    value,
  );
  return fc.oneof(
    {
      weight: 12,
      arbitrary: field.map(([key, one]) =>
        said(`field ${key}`, (r) => ({
          ...r,
          fields: [...r.fields.filter(([k]) => k !== key), [key, one]],
        })),
      ),
    },
    {
      weight: 2,
      arbitrary: field.map((one) =>
        said("another field", (r) => ({ ...r, fields: [...r.fields, one] })),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .nat(40)
        .map((many) =>
          said("many fields", (r) => ({ ...r, fields: [...r.fields, ...fields(many)] })),
        ),
    },
    {
      weight: 1,
      arbitrary: fc.nat(4).map((at) =>
        said("a field less", (r) => ({
          ...r,
          fields: r.fields.filter((_, index) => index !== at),
        })),
      ),
    },
    {
      weight: 4,
      arbitrary: field.map((one) => said("query", (r) => ({ ...r, query: [...r.query, one] }))),
    },
    {
      weight: 1,
      arbitrary: hostileText.map((text) => said("raw query", changed({ rawQuery: text }))),
    },
    {
      weight: 5,
      arbitrary: oddHeader.map((one) =>
        said("header", (r) => ({ ...r, headers: [...r.headers, one] })),
      ),
    },
    {
      weight: 3,
      arbitrary: fc.tuple(fc.constantFrom(...COOKIES), value).map((one) =>
        said("cookie", (r) => ({
          ...r,
          cookies: [...r.cookies.filter(([k]) => k !== one[0]), one],
        })),
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(carried, value)
        .map((one) => said("odd cookie", (r) => ({ ...r, cookies: [...r.cookies, one] }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...WEIRD_METHODS)
        .map((method) => said("method", changed({ method }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .oneof({ weight: 4, arbitrary: inAddress }, { weight: 1, arbitrary: hostileText })
        .map((text) => said("path", (r) => ({ ...r, path: r.path + text }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom(...(HEADERS["next-router-state-tree"] ?? []))
        .map((tree) => said("router", changed({ tree }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom("/..", "//", "/%2e%2e/", "/.", "/_next/", "/%5c", "\\", "/./", ";x")
        .map((text) => said("segment", (r) => ({ ...r, path: `${text}${r.path}` }))),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...BODIES).map((body) => said(body, changed({ body }))),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.constantFrom(...TYPES), { maxLength: 2 })
        .map((type) => said("type", changed({ type }))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...FRAMINGS).map((framing) => said(framing, changed({ framing }))),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(...PROOFS).map((proof) => said(proof, changed({ proof }))),
    },
  );
}

const fields = (many: number): Field[] =>
  Array.from({ length: many }, (_, at) => [`f${at}`, { text: "ñ".repeat(300) }]);

function said(what: string, make: Change) {
  return { what, make, [fc.toStringMethod]: () => what };
}
