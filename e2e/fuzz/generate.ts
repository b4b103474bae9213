import fc from "fast-check";
import { changesOf } from "./changes";
import { type Endpoint, formOf, QUERY } from "./endpoints";
import type { Value } from "./hostile";
import type { Fuzzed } from "./request";

/** Good requests of an endpoint, with nothing to five things that are wrong. */
export function requestsOf(endpoint: Endpoint): fc.Arbitrary<Fuzzed> {
  const good = fc.record({
    program: fc.boolean(),
    signedIn: fc.boolean(),
    proof: fc.constantFrom("fetch", "origin", "token"),
  });
  return fc
    .tuple(
      good,
      fc.subarray(Object.keys(QUERY)),
      fc.array(changesOf(Object.keys(formOf(endpoint))), { maxLength: 5, size: "max" }),
    )
    .map(([base, query, changes]) =>
      changes.reduce<Fuzzed>((request, { make }) => make(request), {
        ...base,
        method: endpoint.method,
        path: endpoint.path,
        query: endpoint.method === "GET" ? query.map((key) => [key, given(QUERY[key])]) : [],
        rawQuery: "",
        fields: Object.entries(formOf(endpoint)).map(([key, one]) => [key, given(one)]),
        body: endpoint.method === "POST" ? "form" : "none",
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
