import { describe, expect, it } from "vitest";
import { readGoogleProfile } from "./authority";

const claims = { sub: "7", email: "ana@gmail.com", email_verified: true, name: "Ana" };

describe("Google is the authority on an address", () => {
  it.each([
    [true, { email_verified: true }],
    [true, { email: "Ana@GMAIL.com", email_verified: true }],
    [true, { email: "ana@empresa.com", email_verified: true, hd: "empresa.com" }],
    [false, { email: "ana@empresa.com", email_verified: true }],
    [false, { email: "ana@empresa.com", email_verified: true, hd: "" }],
    [false, { email: "ana@empresa.com", email_verified: true, hd: true }],
    [false, { email: "ana@empresa.com", email_verified: true, hd: null }],
    [false, { email_verified: false }],
    [false, { email_verified: undefined }],
    [false, { email_verified: "true" }],
    [false, { email_verified: 1 }],
    [false, { email_verified: "false", hd: "empresa.com" }],
    [false, { email: "ana@gmail.com.evil.com", email_verified: true }],
    [false, { email: "ana@notgmail.com", email_verified: true }],
    [false, { email: "ana@googlemail.com", email_verified: true }],
    [false, { email: "ana@sub.gmail.com", email_verified: true }],
  ])("%s: %j", (authoritative, differing) => {
    expect(readGoogleProfile({ ...claims, ...differing })?.authoritative).toBe(authoritative);
  });
});

describe("a Google profile", () => {
  it.each([
    { sub: undefined },
    { sub: "" },
    { sub: 7 },
    { email: undefined },
    { email: "" },
    { email: "ana" },
    { email: "ana@gmail.com, otra@gmail.com" },
    { email: ["ana@gmail.com"] },
    { email: '"ana"@gmail.com' },
  ])("without a subject or an address is none: %j", (differing) => {
    expect(readGoogleProfile({ ...claims, ...differing })).toBeNull();
  });

  it("has its address in the one spelling", () => {
    expect(readGoogleProfile({ ...claims, email: " Ana@Gmail.COM " })?.address).toBe(
      "ana@gmail.com",
    );
  });

  it.each([
    [undefined, null],
    ["", null],
    [" \u200b\0", null],
    [7, null],
    ["Ana\0 \u202ePérez\n", "Ana Pérez"],
    ["ñ".repeat(81), "ñ".repeat(80)],
    ["😀".repeat(81), "😀".repeat(80)],
  ])("has a name that can be kept and shown: %j", (name, kept) => {
    expect(readGoogleProfile({ ...claims, name })?.name).toBe(kept);
  });
});
