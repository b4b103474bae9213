import { expect } from "vitest";
import { peekToken } from "@/lib/token/peek";
import { tokenIn } from "@/testing/program";
import { inbox } from "../support/unit";
import { PASSWORD } from "../support/unit/passwords";
import { someone } from "../support/unit/people";
import { came, guest, guestsAt, of, settler, signIn } from "./guest";
import { accountsAt, type Journey, number, sessionsOf } from "./journey";

const USE = "/api/auth/callback/email";

/** Asking for a mail, five times at once. @param purpose under which it is counted */
const asking =
  (door: string, purpose: string, hasAccount: boolean): Journey =>
  async ({ victim, survivor }) => {
    const address = hasAccount ? (await settler()).address : someone();
    const form = { email: address, name: "Ana", password: PASSWORD };
    const asked = await guestsAt(victim, 5);
    const counted = () =>
      number(
        `select num_nonnulls(sent1, sent2) as n from "SendThrottle" where purpose = $1 and address = $2`,
        [purpose, address],
      );
    const mails = async () => (await inbox.mails(address)).length;
    return {
      person: hasAccount ? address : undefined,
      run: () => Promise.all(asked.map((one) => came(one.post(door, form)))),
      async check(all) {
        const [sent, before] = [await mails(), await counted()];
        expect(sent, "mails that nobody counted").toBeLessThanOrEqual(before);
        expect(of(200, all)).toBeLessThanOrEqual(before);
        const again = await guest(survivor);
        expect(await came(again.post(door, form))).toBe(before ? 429 : 200);
        expect([await counted(), (await mails()) <= 1]).toEqual([1, true]);
        const [mail] = await inbox.mails(address);
        if (mail && purpose === "magic-link")
          expect(await came(again.post(USE, { token: tokenIn(mail) }))).toBe(200);
        return before === 0 ? "nothing" : sent === 0 ? "a step" : "all";
      },
    };
  };

/** Using a link and the code of the same mail, eight times at once. */
const using: Journey = async ({ victim, survivor }) => {
  const { address } = await settler();
  const asker = await guest(survivor);
  await asker.post("/api/auth/signin/email", { email: address });
  const mail = await inbox.wait(address);
  const [token, code = ""] = [tokenIn(mail), /\b\d{6}\b/.exec(mail.text)?.[0]];
  const others = await guestsAt(victim, 6);
  return {
    person: address,
    run: () =>
      Promise.all([
        ...others.map((one) => came(one.post(USE, { token }))),
        ...[1, 2].map(() => came(asker.post(victim + USE, { code }))),
      ]),
    async check(all) {
      const used = (await peekToken(token, "magic-link")).state === "used";
      const opened = await sessionsOf(address);
      expect(opened).toBeLessThanOrEqual(used ? 1 : 0);
      expect(of(200, all)).toBeLessThanOrEqual(opened);
      const late = await guestsAt(survivor, 3);
      const again = await Promise.all(late.map((one) => came(one.post(USE, { token }))));
      expect(of(200, again)).toBe(used ? 0 : 1);
      expect(await sessionsOf(address)).toBe(used ? opened : 1);
      return used ? (opened ? "all" : "a step") : "nothing";
    },
  };
};

/** Confirming what was registered, five times at once; `/registro` at the end of a magic link is the same. */
const confirming =
  (byLink: boolean): Journey =>
  async ({ victim, survivor }) => {
    const address = someone();
    const person = await guest(survivor);
    const form = { email: address, name: "Ana", password: PASSWORD };
    await person.post(byLink ? "/api/auth/signin/email" : "/registro/crear", form);
    const token = tokenIn(await inbox.wait(address));
    const confirm = (app: string) => {
      const door = byLink ? "/registro/crear" : "/registro/verificar/confirmar";
      const chosen = byLink && { name: "Ana", password: PASSWORD };
      return came(person.post(app + door, { token, ...chosen }));
    };
    return {
      person: address,
      run: () => Promise.all([1, 2, 3, 4, 5].map(() => confirm(victim))),
      async check(all) {
        const { state } = await peekToken(token, byLink ? "magic-link" : "registration");
        const [made, opened] = [await accountsAt(address), await sessionsOf(address)];
        expect(state).toBe(made ? "used" : "valid");
        expect(of(200, all)).toBeLessThanOrEqual(opened);
        expect(await confirm(survivor)).toBe(made ? 401 : 200);
        expect(await signIn(person, survivor, address)).toBe(200);
        return made ? (opened ? "all" : "a step") : "nothing";
      },
    };
  };

export const links: Record<string, Journey> = {
  "asking for a link": asking("/api/auth/signin/email", "magic-link", true),
  "asking for a link without an account": asking("/api/auth/signin/email", "magic-link", false),
  registering: asking("/registro/crear", "registration", false),
  "asking for a reset": asking("/recuperar/enviar", "reset", true),
  "using a link and its code": using,
  "confirming a registration": confirming(false),
  "registering by a link": confirming(true),
};
