import { expect } from "vitest";
import { userOfSession } from "@/lib/session/current";
import { startSession } from "@/lib/session/start";
import { peekToken } from "@/lib/token/peek";
import { findUserByEmail } from "@/lib/user/find";
import { database } from "../support/unit";
import { stranger } from "../support/unit/people";
import { mint } from "../support/unit/tokens";
import { came, guest, guestsAt, of, settler, settlerAt, signIn } from "./guest";
import { failuresOf, type Journey, noticesOf, sessionsOf } from "./journey";

const NEW = "mi nueva frase secreta";
const RESET = "/recuperar/nueva/guardar";
const CHANGE = "/cuenta/contrasena/guardar";

/** A new password, by a reset or at `/cuenta`, three times at once: whole or not at all. */
const saving =
  (byReset: boolean): Journey =>
  async ({ victim, survivor }) => {
    const { id, address, program } = await settlerAt(survivor);
    const elsewhere = (await startSession({ id, address }, "google", stranger())).token;
    const before = (await findUserByEmail(address))?.passwordHash;
    const [one, other] = [
      await mint(address, { purpose: "reset" }),
      await mint(address, { purpose: "reset" }),
    ];
    await database.sql(
      `insert into "TryThrottle" (address, failures) values ($1, 5)
       on conflict (address) do update set failures = 5`,
      [address],
    );
    const save = async (app: string) => {
      if (!byReset) return came(program.post(app + CHANGE, { person: id, password: NEW }));
      return came((await guest(app)).post(RESET, { token: one.token, password: NEW }));
    };
    const facts = async () => ({
      changed: (await findUserByEmail(address))?.passwordHash !== before,
      resets: [
        (await peekToken(one.token, "reset")).state,
        (await peekToken(other.token, "reset")).state,
      ],
      signedIn: (await userOfSession(elsewhere)) !== null,
      failures: await failuresOf(address),
      told: (await noticesOf(address, "password-changed")) > 0,
    });
    return {
      person: address,
      run: () => Promise.all([1, 2, 3].map(() => save(victim))),
      async check(all) {
        const left = await facts();
        const whole = left.changed;
        const resets = whole ? [byReset ? "used" : "ended", "ended"] : ["valid", "valid"];
        const failures = whole ? 0 : 5;
        expect(left).toEqual({ changed: whole, resets, signedIn: !whole, failures, told: whole });
        if (!whole) expect(of(200, all)).toBe(0);
        if (!whole) expect(await save(survivor)).toBe(200);
        else if (byReset) expect(await save(survivor)).toBe(401);
        const [late, old] = await guestsAt(survivor, 2);
        if (late) expect(await signIn(late, survivor, address, NEW)).toBe(200);
        if (old) expect(await signIn(old, survivor, address)).toBe(401);
        return whole ? "all" : "nothing";
      },
    };
  };

/** Six tries at once, right ones or wrong ones. */
const trying =
  (password: string | undefined): Journey =>
  async ({ victim, survivor }) => {
    const { address } = await settler();
    const all = await guestsAt(victim, 6);
    return {
      person: address,
      run: () => Promise.all(all.map((one) => signIn(one, victim, address, password))),
      async check(answers) {
        const [failures, opened] = [await failuresOf(address), await sessionsOf(address)];
        expect(failures, "tries that nobody counted").toBeGreaterThanOrEqual(of(401, answers));
        expect(opened).toBeGreaterThanOrEqual(of(200, answers));
        expect(opened).toBeLessThanOrEqual(password ? 0 : 6);
        expect(await signIn(await guest(survivor), survivor, address)).toBe(200);
        expect(await failuresOf(address)).toBe(0);
        const done = password ? failures : opened;
        return done === 6 ? "all" : failures + opened > 0 ? "a step" : "nothing";
      },
    };
  };

export const passwords: Record<string, Journey> = {
  "a right password": trying(undefined),
  "a wrong password": trying("una clave equivocada"),
  "resetting the password": saving(true),
  "changing the password": saving(false),
};
