import { afterEach, describe, expect, it, vi } from "vitest";
import { database } from "@/e2e/support/unit";
import { newPerson, together } from "@/e2e/support/unit/people";
import { SecondProcess } from "@/e2e/support/unit/second-process";
import { withSecondStep } from "@/e2e/support/unit/second-step";
import { log } from "../log/log";
import { codeAt } from "./code";
import { newSecret } from "./sealed";
import { claimTotp, stepOf } from "./totp";

const HOUR_MS = 3_600_000;

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe("a code of an authenticator app", () => {
  it("used fifty times at the same instant, over two processes, works once", async () => {
    const { id } = await newPerson();
    const code = await (await withSecondStep(id)).code();
    const other = new SecondProcess(`import { claimTotp } from "./lib/second-step/totp";
      await claimTotp("${id}", "nothing");
      await gate();
      const uses = Array.from({ length: 25 }, () => claimTotp("${id}", "${code}"));
      console.log(JSON.stringify(await Promise.all(uses)));
      process.exit();`);
    await other.ready();
    const [here, there] = await Promise.all([
      together(25, () => claimTotp(id, code)),
      other.go<boolean[]>(),
    ]);
    expect([...here, ...there].filter(Boolean)).toHaveLength(1);
    expect(await claimTotp(id, code)).toBe(false);
  });

  it.each([-HOUR_MS, HOUR_MS])(
    "is judged by the database's clock: this process is %i ms off",
    async (off) => {
      const { id } = await newPerson();
      const code = await (await withSecondStep(id)).code();
      vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + off });
      expect(await claimTotp(id, code)).toBe(true);
    },
  );

  it.each([
    ["of one step before and after works, of two does not", 0n, [null, 999n, 1000n, 1001n, null]],
    [
      "of the newest used step and of those before it works no more",
      1000n,
      [null, null, null, 1001n, null],
    ],
  ])("%s", (_, lastStep, taken) => {
    const secret = newSecret();
    const steps = [998n, 999n, 1000n, 1001n, 1002n].map((step) =>
      stepOf(codeAt(step, secret), secret, { lastStep, step: 1000n }),
    );
    expect(steps).toEqual(taken);
  });

  it.each(["", "12345", "1234567", "１２３４５６", "12345a", " 123456", "123456\0", "-1"])(
    "that is not six digits (%j) is wrong, and no fault",
    async (code) => {
      const { id } = await newPerson();
      await withSecondStep(id);
      expect(await claimTotp(id, code)).toBe(false);
    },
  );

  it("of another person is wrong, also with the row of the one copied to the other", async () => {
    const [one, other] = [await newPerson(), await newPerson()];
    const app = await withSecondStep(one.id);
    await withSecondStep(other.id);
    expect(await claimTotp(other.id, await app.code())).toBe(false);
    await database.sql(
      `update "Totp" t set secret = o.secret from "Totp" o where t."userId" = $1 and o."userId" = $2`,
      [other.id, one.id],
    );
    expect(await claimTotp(other.id, await app.code())).toBe(false);
    expect(await claimTotp(one.id, await app.code())).toBe(true);
  });

  it("is wrong while the step is not on yet", async () => {
    const { id } = await newPerson();
    const app = await withSecondStep(id);
    await database.sql(`update "Totp" set "confirmedAt" = null where "userId" = $1`, [id]);
    expect(await claimTotp(id, await app.code())).toBe(false);
  });

  it("is wrong where no key opens the secret, which the log says once and without a secret", async () => {
    const error = vi.spyOn(log, "error");
    const { id } = await newPerson();
    const app = await withSecondStep(id);
    await database.sql(`update "Totp" set secret = 'e.y.J', "sealedBy" = 'gone'`);
    const code = await app.code();
    expect(await together(5, () => claimTotp(id, code))).toEqual(Array(5).fill(false));
    expect(error.mock.calls).toEqual([
      [{ fault: "SecretUnopened", sealedBy: "gone" }, expect.any(String)],
    ]);
  });
});
