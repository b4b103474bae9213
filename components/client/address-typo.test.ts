import { describe, expect, it } from "vitest";
import { meantAddress } from "./address-typo";

describe("what an address was probably meant to be", () => {
  it.each([
    ["ana@gamil.com", "ana@gmail.com"],
    ["ana@gmail.comm", "ana@gmail.com"],
    ["ana@gmail.cm", "ana@gmail.com"],
    ["Ana@Gmail,com ", "Ana@gmail.com"],
    ["ana@hotmail.cm", "ana@hotmail.com"],
    ["ana@outlook,com", "ana@outlook.com"],
    ["ana@yahoo.comm", "ana@yahoo.com"],
    ["ana@icloud.con", "ana@icloud.com"],
  ])("%s: %s", (typed, meant) => expect(meantAddress(typed)).toBe(meant));

  it.each(["ana@gmail.com", "ana@empresa.cm", "ana@yahoo.es", "@gmail.cm", "gmail.cm", ""])(
    "is what it is: %j",
    (typed) => expect(meantAddress(typed)).toBeNull(),
  );
});
