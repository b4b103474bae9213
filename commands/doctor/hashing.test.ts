import { describe, expect, it } from "vitest";
import { settings } from "@/lib/config/settings";
import { costFor, hashingFindings } from "./hashing";

describe("the cost of a hash", () => {
  it.each([
    [60, 12],
    [31, 13],
    [250, 10],
    [2000, 10],
    [1, 15],
  ])("of 250 ms, where cost 10 takes %d ms, is %d", (base, cost) => {
    expect(costFor(250, base)).toBe(cost);
  });

  it("is measured here, and makes a number of sign-ins", async () => {
    const [finding] = await hashingFindings({ ...settings(), bcryptCost: 12 });
    expect(finding?.says).toMatch(
      /^BCRYPT_COST 12 takes \d+ ms here: about \d+ sign-ins a second$/,
    );
  });

  it("is warned of when nobody would wait for it", async () => {
    const [finding] = await hashingFindings({ ...settings(), bcryptCost: 20 });
    expect(finding?.gravity).toBe("warning");
  });
});
