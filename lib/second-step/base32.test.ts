import { expect, it } from "vitest";
import { BASE32, base32, inGroups } from "./base32";

it("what an app takes is written as RFC 4648's section 10 does, and shown in groups of four", () => {
  expect(base32(Buffer.from("fooba"), BASE32)).toBe("MZXW6YTB");
  expect(inGroups("MZXW6YTB7Q", " ")).toBe("MZXW 6YTB 7Q");
});
