import { describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { attempt } from "@/e2e/support/unit/counted";
import { someone } from "@/e2e/support/unit/people";
import { limits } from "../config/limits";
import { countCode } from "./attempts";
import { liftSlowDown } from "./lift";

describe("lifting a slow-down", () => {
  it("lets the next password through at once", async () => {
    const address = someone();
    for (let n = 0; n < limits.failuresBeforeBackoff; n += 1) await attempt(address);
    expect(await attempt(address)).toMatchObject({ ok: false, refusal: "backoff" });
    expect(await liftSlowDown(address)).toBe(true);
    expect(await attempt(address)).toMatchObject({ ok: true, failures: 1 });
  });

  it("counts codes anew", async () => {
    const address = someone();
    for (let n = 0; n < limits.codeFailuresBeforeOff; n += 1) await countCode(address);
    expect(await liftSlowDown(address)).toBe(true);
    expect(await countCode(address)).toBe(true);
    expect(await liftSlowDown(address)).toBe(false);
  });

  it("lets a password that is off be tried again, however long ago the last try was", async () => {
    const address = someone();
    await database.sql('insert into "TryThrottle" (address, failures) values ($1, $2)', [
      address,
      limits.failuresBeforeOff,
    ]);
    expect(await liftSlowDown(address)).toBe(true);
    expect(await attempt(address)).toMatchObject({ ok: true, failures: 1 });
  });

  it("is none of a person who mistyped, nor of one whose slow-down is over", async () => {
    const [mistyped, slowed] = [someone(), someone()];
    await attempt(mistyped);
    await countCode(mistyped);
    expect(await liftSlowDown(mistyped)).toBe(false);
    expect(await attempt(mistyped)).toMatchObject({ ok: true, failures: 2 });

    for (let n = 0; n < limits.failuresBeforeBackoff; n += 1) await attempt(slowed);
    await database.age("31 seconds");
    expect(await liftSlowDown(slowed)).toBe(false);
  });

  it("says that there was none", async () => {
    expect(await liftSlowDown(someone())).toBe(false);
  });
});
