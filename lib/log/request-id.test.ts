import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { newRequestId, requestId, requestIdOf, withRequestId } from "./request-id";

const headers = (id: string) => new Headers({ "x-request-id": id });

describe("a request's id", () => {
  it("is kept where one of ours is there already", () => {
    const id = newRequestId();
    expect(requestIdOf(headers(id))).toBe(id);
    expect(requestIdOf(new Headers())).toMatch(/^[\da-f]{12}$/);
  });

  it.each(["", "a", "hola mundo", "0123456789AB", `${"0".repeat(13)}`, '","token":"x'])(
    "is none that somebody wrote: %j",
    (written) => {
      expect(requestIdOf(headers(written))).not.toBe(written);
    },
  );

  it("is known to all that a request begins, and to nothing else", async () => {
    const seen = async () => {
      await setImmediate();
      return requestId();
    };
    const both = await Promise.all(
      ["aaaaaaaaaaaa", "bbbbbbbbbbbb"].map((id) => withRequestId(id, seen)),
    );
    expect(both).toEqual(["aaaaaaaaaaaa", "bbbbbbbbbbbb"]);
    expect(await seen()).toBeUndefined();
  });
});
