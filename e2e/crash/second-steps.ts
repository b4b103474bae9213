import { expect } from "vitest";
import { transact } from "@/lib/database/transaction";
import { begunSecret } from "@/lib/second-step/enrol";
import { makeRecoveryCodes } from "@/lib/second-step/recovery-codes";
import type { Program } from "@/testing/program";
import { database } from "../support/unit";
import { authenticator, withSecondStep } from "../support/unit/second-step";
import { came, guestsAt, of, settler, settlerAt, signIn } from "./guest";
import { type Journey, noticesOf, number, sessionsOf } from "./journey";

const PAGE = "/cuenta/dos-pasos";

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

const isOn = (id: string) => number('select count("totpId") as n from "User" where id = $1', [id]);
const codesOf = (id: string) =>
  number('select count(*) as n from "RecoveryCode" where "userId" = $1', [id]);

/** The code that turns it on, three times at once: on with ten codes, or off with none. */
const turningOn: Journey = async ({ victim, survivor }) => {
  const { id, address, program } = await settlerAt(survivor);
  expect(await came(program.post(`${survivor}${PAGE}/empezar`, { person: id }))).toBe(200);
  const [session] = await database.sql<{ id: string }>(
    'select id from "Session" where "userId" = $1 order by "createdAt" desc limit 1',
    [id],
  );
  const secret = await begunSecret({ id, address, session: { id: session?.id ?? "" } });
  const app = authenticator(secret ?? Buffer.alloc(0));
  const confirm = (at: string, code: string) =>
    came(program.post(`${at}${PAGE}/activar`, { person: id, code }));
  return {
    async run() {
      const code = await app.code();
      return Promise.all([1, 2, 3].map(() => confirm(victim, code)));
    },
    async check(answers) {
      const on = await isOn(id);
      expect(of(200, answers)).toBeLessThanOrEqual(on);
      expect(await codesOf(id)).toBe(10 * on);
      expect(await noticesOf(address, "second-step-on")).toBe(on);
      expect(await confirm(survivor, await app.code())).toBe(on ? 401 : 200);
      expect(await codesOf(id)).toBe(10);
      return on ? "all" : "nothing";
    },
  };
};

/** Off with nothing left of it, or on as it was. */
const turningOff: Journey = async ({ victim, survivor }) => {
  const { id, address, program } = await settlerAt(survivor);
  await withSecondStep(id);
  await transact((transaction) => makeRecoveryCodes(id, transaction));
  const turnOff = (at: string) => came(program.post(`${at}${PAGE}/desactivar`, { person: id }));
  return {
    run: () => Promise.all([1, 2, 3].map(() => turnOff(victim))),
    async check(answers) {
      const on = await isOn(id);
      if (on) expect(of(200, answers)).toBe(0);
      expect(await codesOf(id)).toBe(10 * on);
      expect(await turnOff(survivor)).toBe(200);
      expect(await noticesOf(address, "second-step-off")).toBe(1);
      return on ? "nothing" : "all";
    },
  };
};

export const secondSteps: Record<string, Journey> = {
  "turning the second step on": turningOn,
  "turning the second step off": turningOff,
  "the second step by the app": passing(false),
  "the second step by a recovery code": passing(true),
};
