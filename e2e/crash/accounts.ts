import { expect } from "vitest";
import { startSession } from "@/lib/session/start";
import { linkGoogle } from "@/lib/user/create";
import { findUserByGoogle } from "@/lib/user/find";
import { type Program, tokenIn } from "@/testing/program";
import { google, inbox } from "../support/unit";
import { someone, stranger } from "../support/unit/people";
import { mint } from "../support/unit/tokens";
import { type Came, came, guest, guestsAt, of, settler, settlerAt } from "./guest";
import { accountsAt, type Journey, noticesOf, number, sessionsOf } from "./journey";

/** There and back, by one guest. */
async function throughGoogle(program: Program, app: string, sub: string): Promise<Came> {
  try {
    const begun = await program.post(`${app}/api/auth/signin/google`);
    const back = await google.choose((await begun.json()).url, sub);
    return (await program.context.get(app + back)).status();
  } catch {
    return 0;
  }
}

/** A first sign-in by Google, three times at once: it makes an account, or links itself to one. */
const arriving =
  (hasAccount: boolean): Journey =>
  async ({ victim, survivor }) => {
    const address = someone("gmail.com");
    if (hasAccount) await settler(address);
    const { sub } = await google.add({ email: address, email_verified: true, name: "Ana" });
    const all = await guestsAt(victim, 3);
    return {
      person: address,
      run: () => Promise.all(all.map((one) => throughGoogle(one, victim, sub))),
      async check(answers) {
        const linked = (await findUserByGoogle(sub)) !== null;
        const opened = await sessionsOf(address);
        expect(await accountsAt(address)).toBe(linked || hasAccount ? 1 : 0);
        expect(await noticesOf(address, "google-linked")).toBe(linked && hasAccount ? 1 : 0);
        expect(opened).toBeGreaterThanOrEqual(of(200, answers));
        expect(await throughGoogle(await guest(survivor), survivor, sub)).toBe(200);
        expect((await findUserByGoogle(sub))?.address).toBe(address);
        return linked ? (opened === 3 ? "all" : "a step") : "nothing";
      },
    };
  };

/** Removing the account, three times at once. */
const removing: Journey = async ({ victim, survivor }) => {
  const { id, address, program } = await settlerAt(survivor);
  const sub = someone();
  await linkGoogle(id, { sub, address });
  await mint(address, { purpose: "reset" });
  const remove = (app: string) =>
    came(program.post(`${app}/cuenta/eliminar/confirmar`, { person: id }));
  const left = async () => [
    await accountsAt(address),
    await number('select count(*) as n from "Session" where "userId" = $1', [id]),
    (await findUserByGoogle(sub)) ? 1 : 0,
    await number('select count(*) as n from "OneTimeToken" where address = $1', [address]),
    await number('select count(*) as n from "Device" where "userId" = $1', [id]),
  ];
  return {
    run: () => Promise.all([1, 2, 3].map(() => remove(victim))),
    async check() {
      const removed = (await accountsAt(address)) === 0;
      expect(await left()).toEqual(removed ? [0, 0, 0, 0, 0] : [1, 1, 1, 1, 1]);
      expect(await noticesOf(address, "account-removed")).toBe(removed ? 1 : 0);
      const session = await (await program.context.get(`${survivor}/api/auth/session`)).json();
      expect(session.user?.email ?? null).toBe(removed ? null : address);
      expect(await remove(survivor)).toBe(removed ? 401 : 200);
      expect(await left()).toEqual([0, 0, 0, 0, 0]);
      return removed ? "all" : "nothing";
    },
  };
};

/** Signing out, or out of every session, three times at once. */
const leaving =
  (door: string, everywhere: boolean): Journey =>
  async ({ victim, survivor }) => {
    const { id, address, program } = await settlerAt(survivor);
    for (const _ of [1, 2]) await startSession({ id, address }, "password", stranger());
    const open = () => sessionsOf(address, 's."endedAt" is null');
    const leave = (app: string) => came(program.post(app + door, { person: id }));
    return {
      person: address,
      run: () => Promise.all([1, 2, 3].map(() => leave(victim))),
      async check() {
        const left = everywhere ? 0 : 2;
        const now = await open();
        expect([left, 3]).toContain(now);
        const written = await number(
          `select count(*) as n from "Activity" where "userId" = $1 and event = 'sessions-ended'`,
          [id],
        );
        expect(written > 0).toBe(everywhere && now === 0);
        if (now === 3) expect(await leave(survivor)).toBe(200);
        const session = await (await program.context.get(`${survivor}/api/auth/session`)).json();
        expect([session.user ?? null, await open()]).toEqual([null, left]);
        return now === 3 ? "nothing" : "all";
      },
    };
  };

/** Confirming another address, five times at once. */
const moving: Journey = async ({ victim, survivor }) => {
  const { id, address, program } = await settlerAt(survivor);
  const to = someone();
  await program.post(`${survivor}/cuenta/correo/enviar`, { email: to, person: id });
  const token = tokenIn(await inbox.wait(to));
  const confirm = (app: string) =>
    came(program.post(`${app}/cuenta/correo/confirmar/guardar`, { token }));
  const left = async () => [
    await accountsAt(address),
    await accountsAt(to),
    await number('select count(*) as n from "EmailChange" where "userId" = $1', [id]),
    await noticesOf(address, "email-changed"),
    await noticesOf(to, "email-confirmed"),
  ];
  return {
    run: () => Promise.all([1, 2, 3, 4, 5].map(() => confirm(victim))),
    async check(answers) {
      const changed = (await accountsAt(to)) === 1;
      expect(await left()).toEqual(changed ? [0, 1, 1, 1, 1] : [1, 0, 0, 0, 0]);
      expect(of(200, answers)).toBeLessThanOrEqual(changed ? 1 : 0);
      expect(await confirm(survivor)).toBe(changed ? 401 : 200);
      expect(await left()).toEqual([0, 1, 1, 1, 1]);
      return changed ? "all" : "nothing";
    },
  };
};

export const accounts: Record<string, Journey> = {
  "a first sign-in by Google": arriving(false),
  "Google linking itself": arriving(true),
  "signing out": leaving("/api/auth/signout", false),
  "closing all sessions": leaving("/cuenta/sesiones/cerrar-todas", true),
  "removing the account": removing,
  "changing the address": moving,
};
