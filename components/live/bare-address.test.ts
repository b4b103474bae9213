import { describe, expect, it } from "vitest";
import { parseAddress } from "@/lib/address";
import { bareAddress } from "./bare-address";

const ADDRESS = "ana@gmail.com";

describe("what is pasted into the field of an address", () => {
  it.each([
    "Ana <ana@gmail.com>",
    '"Díaz, Ana" <ana@gmail.com>,',
    "<ana@gmail.com>",
    "mailto:ana@gmail.com",
    "MAILTO:ana@gmail.com?subject=Hola%20Ana",
    "  ana@gmail.com\t",
    "\u00a0ana@gmail.com\u3000",
    "\u202aana@gmail.com\u202c",
    "\ufeffana@\u200bgmail.com\ufe0f",
    "ana@gmail.com.",
    "ana@gmail.com,",
    "ana@gmail.com;",
    "(ana@gmail.com)",
    "“ana@gmail.com”",
  ])("is its address: %j", (pasted) => {
    expect(bareAddress(pasted)).toBe(ADDRESS);
  });

  it.each([
    "ana@gmail.com,leo@gmail.com",
    "Ana <ana@gmail.com>, Leo <leo@gmail.com>",
    "ana@gmail.com\nleo@gmail.com",
    "ana gmail.com",
    "ana b@gmail.com",
    '"a b"@gmail.com',
    "Ana <leo@gmail.com> ana@gmail.com",
    "",
  ])("is left for the door to judge, where it is not one address: %j", (pasted) => {
    const clean = bareAddress(pasted);
    expect(parseAddress(clean).ok, clean).toBe(false);
  });

  it.each(["o'brien_%~!#$&*/=?^`{|}-@ejemplo.com", "josé@ñandú.co", "'ana@ejemplo.com"])(
    "stays as it is, where it is an address: %s",
    (typed) => {
      expect(bareAddress(typed)).toBe(typed);
    },
  );
});
