import { expect } from "vitest";
import type { Program } from "@/testing/program";
import { keepPasskey } from "../support/unit/passkeys";
import { came, guest, of, settler } from "./guest";
import { type Journey, number, sessionsOf } from "./journey";

/** One answer, three times at the same instant: of a challenge that was used nothing is left, and no session that did not write its use. */
const signingIn: Journey = async ({ victim, survivor }) => {
  const { id, address } = await settler();
  const authenticator = await keepPasskey(id);
  const browser = await guest(survivor);
  const answered = async (program: Program, at: string) => {
    const reply = await program.post(`${survivor}/api/auth/signin/passkey`);
    const { options } = await reply.json();
    return JSON.stringify(authenticator.get(options, { origin: at }));
  };
  const enter = (at: string, credential: string) =>
    came(browser.post(`${at}/api/auth/callback/passkey`, { credential }));
  const credential = await answered(browser, victim);
  const used = () =>
    number('select count("lastUsedAt") as n from "Passkey" where "userId" = $1', [id]);
  return {
    person: address,
    run: () => Promise.all([1, 2, 3].map(() => enter(victim, credential))),
    async check(answers) {
      const opened = await sessionsOf(address);
      expect(opened).toBeLessThanOrEqual(1);
      expect(opened).toBeGreaterThanOrEqual(of(200, answers));
      expect(await used()).toBe(opened);
      expect(await enter(survivor, await answered(browser, survivor))).toBe(200);
      expect(await sessionsOf(address)).toBe(opened + 1);
      return opened === 1 ? "all" : "nothing";
    },
  };
};

export const passkeys: Record<string, Journey> = { "a sign-in by passkey": signingIn };
