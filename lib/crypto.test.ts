import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { tell } from "@/e2e/support/unit/settings";
import { seal, unseal } from "./crypto";

const FIRST = "a secret of the tests, long enough for every key";
const SECOND = "another secret, that came with the rotation of keys";
const shape = z.object({ address: z.string() });
const value = { address: "ana@ejemplo.com" };

describe("a sealed value", () => {
  afterEach(() => tell({ NEXTAUTH_SECRET: FIRST, NEXTAUTH_SECRET_PREVIOUS: undefined }));

  it("opens for its own use, and shows nothing to whoever carries it", async () => {
    const sealed = await seal("form", value);
    expect(await unseal("form", sealed, shape)).toEqual(value);
    expect(sealed).not.toContain("ana");
    expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("ana");
  });

  it("does not open for another use", async () => {
    expect(await unseal("sent", await seal("form", value), shape)).toBeNull();
  });

  it("is another one each time", async () => {
    expect(await seal("form", value)).not.toBe(await seal("form", value));
  });

  it("does not open once a letter of it was changed", async () => {
    const sealed = await seal("form", value);
    for (let at = 0; at < sealed.length; at += 7) {
      // one whose first bit differs: the last letter of a part has bits that say nothing
      const letter = /[A-Za-f]/.test(sealed[at] ?? "") ? "w" : "A";
      const damaged = sealed.slice(0, at) + letter + sealed.slice(at + 1);
      expect(await unseal("form", damaged, shape)).toBeNull();
    }
  });

  it.each([undefined, "", "a", "a.b.c.d.e", "....", "%", "\0"])("is not %j", async (sealed) => {
    expect(await unseal("form", sealed, shape)).toBeNull();
  });

  it("is not a value of another shape", async () => {
    expect(await unseal("form", await seal("form", { address: 7 }), shape)).toBeNull();
  });

  it("opens with the secret before a rotation while that one is kept, and not afterwards", async () => {
    const sealed = await seal("form", value);
    tell({ NEXTAUTH_SECRET: SECOND, NEXTAUTH_SECRET_PREVIOUS: FIRST });
    expect(await unseal("form", sealed, shape)).toEqual(value);
    const later = await seal("form", value);
    tell({ NEXTAUTH_SECRET_PREVIOUS: undefined });
    expect(await unseal("form", sealed, shape)).toBeNull();
    expect(await unseal("form", later, shape)).toEqual(value);
  });
});
