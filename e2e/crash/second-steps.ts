import { expect } from "vitest";
import { transact } from "@/lib/database/transaction";
import { makeRecoveryCodes } from "@/lib/second-step/recovery-codes";
import type { Program } from "../support/lab/program";
import { withSecondStep } from "../support/unit/second-step";
import { came, guestsAt, of, settler, signIn } from "./guest";
import { type Journey, noticesOf, number, sessionsOf } from "./journey";

/** One code, by three sign-ins that wait for it, at the same instant. */
const passing =
  (byRecoveryCode: boolean): Journey =>
  async ({ victim, survivor }) => {
    const { id, address } = await settler();
    const app = await withSecondStep(id);
    const [recoveryCode = ""] = await transact((transaction) => makeRecoveryCodes(id, transaction));
    const all = await guestsAt(survivor, 3);
    for (const one of all) expect(await signIn(one, survivor, address)).toBe(200);
    expect(await sessionsOf(address)).toBe(0);
    const fields: Record<string, string> = byRecoveryCode
      ? { recoveryCode }
      : { code: await app.code(), trust: "on" };
    const pass = (one: Program, at: string) =>
      came(one.post(`${at}/api/auth/callback/second-step`, fields));
    const trusted = () =>
      number('select count(*) as n from "TrustedDevice" where "userId" = $1', [id]);
    const used = () =>
      number('select count("usedAt") as n from "RecoveryCode" where "userId" = $1', [id]);
    return {
      // by the password alone nobody gets in who has no phone
      run: () => Promise.all(all.map((one) => pass(one, victim))),
      async check(answers) {
        const opened = await sessionsOf(address);
        expect(opened).toBeLessThanOrEqual(1);
        expect(opened).toBeGreaterThanOrEqual(of(200, answers));
        expect(await trusted()).toBe(byRecoveryCode ? 0 : opened);
        expect(await used()).toBe(byRecoveryCode ? opened : 0);
        expect(await noticesOf(address, "recovery-code-used")).toBe(byRecoveryCode ? opened : 0);
        const again = await Promise.all(all.map((one) => pass(one, survivor)));
        expect(of(200, again)).toBe(1 - opened);
        expect(await sessionsOf(address)).toBe(1);
        return opened === 1 ? "all" : "nothing";
      },
    };
  };

export const secondSteps: Record<string, Journey> = {
  "the second step by the app": passing(false),
  "the second step by a recovery code": passing(true),
};
