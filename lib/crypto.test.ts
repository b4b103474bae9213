import { afterEach, describe, expect, it } from "vitest";
import * as z from "zod";
import { tell } from "@/e2e/support/unit/settings";
import { isToken, newToken, sameSecret, seal, sha256, unseal } from "./crypto";

const FIRST = "a secret of the tests, long enough for every key";
const SECOND = "another secret, that came with the rotation of keys";
const shape = z.object({ address: z.string() });
const value = { address: "ana@ejemplo.com" };

describe("a token", () => {
  it("has 256 bits, and is another one each time", () => {
    const tokens = Array.from({ length: 1000 }, newToken);
    expect(new Set(tokens).size).toBe(1000);
    for (const token of tokens) expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(tokens.every(isToken)).toBe(true);
  });

  it.each([
    undefined,
    null,
    7,
    "",
    "a".repeat(42),
    "a".repeat(44),
    `${"a".repeat(43)}\n`,
    [newToken()],
  ])("is not %j", (value) => {
    expect(isToken(value)).toBe(false);
  });

  it("is stored as its SHA-256", () => {
    // NIST FIPS 180-2, appendix B.1
    expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  it.each([
    ["a", "a", true],
    ["a", "b", false],
    ["a", "ab", false],
    ["", "", true],
  ])("compared in constant time: %j and %j", (one, other, same) => {
    expect(sameSecret(one, other)).toBe(same);
  });
});

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
