import fc from "fast-check";
import { changesOf } from "./changes";
import { type Door, formOf, QUERY } from "./doors";
import type { Value } from "./hostile";
import type { Fuzzed } from "./request";

/** Good requests of a door, with nothing to five things that are wrong. */
export function requestsOf(door: Door): fc.Arbitrary<Fuzzed> {
  const good = fc.record({
    program: fc.boolean(),
    signedIn: fc.boolean(),
    proof: fc.constantFrom("fetch", "origin", "token"),
  });
  return fc
    .tuple(
      good,
      fc.subarray(Object.keys(QUERY)),
      fc.array(changesOf(Object.keys(formOf(door))), { maxLength: 5, size: "max" }),
    )
    .map(([base, query, changes]) =>
      changes.reduce<Fuzzed>((request, { make }) => make(request), {
        ...base,
        method: door.method,
        path: door.path,
        query: door.method === "GET" ? query.map((key) => [key, given(QUERY[key])]) : [],
        rawQuery: "",
        fields: Object.entries(formOf(door)).map(([key, one]) => [key, given(one)]),
        body: door.method === "POST" ? "form" : "none",
        type: [],
        framing: "length",
        cookies: [],
        headers: [],
      } as Fuzzed),
    );
}

function given(one: (typeof QUERY)[string] | undefined): Value {
  return typeof one === "string" ? { of: one, damage: "none" } : { text: one?.is ?? "" };
}
