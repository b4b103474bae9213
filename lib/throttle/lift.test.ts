import { describe, expect, it } from "vitest";
import { someone } from "@/e2e/unit/people";
import { limits } from "../limits";
import { liftSlowDown } from "./lift";
import { countCode, countTry } from "./tries";

describe("lifting a slow-down", () => {
  it("lets the next password through at once", async () => {
    const address = someone();
    for (let n = 0; n < limits.failuresBeforeSlowing; n += 1) await countTry(address);
    expect(await countTry(address)).toMatchObject({ ok: false, refusal: "slowed" });
    expect(await liftSlowDown(address)).toBe(true);
    expect(await countTry(address)).toEqual({ ok: true, failures: 1 });
  });

  it("counts codes anew", async () => {
    const address = someone();
    for (let n = 0; n < limits.codeFailuresBeforeOff; n += 1) await countCode(address);
    expect(await liftSlowDown(address)).toBe(true);
    expect(await liftSlowDown(address)).toBe(false);
  });

  it("says that there was none", async () => {
    expect(await liftSlowDown(someone())).toBe(false);
  });
});
