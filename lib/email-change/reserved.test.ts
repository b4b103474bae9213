import { describe, expect, it } from "vitest";
import { database, inbox } from "@/e2e/support/unit";
import { addressOf, changeOf, moved, mover } from "@/e2e/support/unit/email-changes";
import { someone, stranger } from "@/e2e/support/unit/people";
import { mint } from "@/e2e/support/unit/tokens";
import type { Email } from "../email";
import { admitByGoogle } from "../google/admit";
import { requestMagicLink } from "../magic-link/request";
import { recoverPassword } from "../recovery/request";
import { confirmRegistration, registerVerified } from "../registration/confirm";
import { register } from "../registration/register";
import { newToken } from "../secrets";
import { AddressReserved, createUser } from "../user/create";
import { findUserByEmail } from "../user/find";
import { confirmEmailChange } from "./confirm";

const asked = () => ({ browser: newToken(), client: stranger(), callbackUrl: null });
const ASKING: Record<string, (address: Email) => Promise<unknown>> = {
  "a magic link": (address) => requestMagicLink({ ...asked(), address, token: newToken() }),
  "a reset": (address) => recoverPassword(address, newToken(), stranger()),
  "an account": (address) => register({ ...asked(), address, prepared: { name: "Ana" } }),
};

/** Somebody who has left their address within seven days. @returns it */
async function left(): Promise<Email> {
  const person = await mover();
  await moved(person);
  return person.address;
}

describe("an address that its person has left", () => {
  it.each(Object.entries(ASKING))(
    "asked for %s gets, in the same way, the mail that says so and undoes it",
    async (_, ask) => {
      const [address, nobodys] = [await left(), someone()];
      expect(await ask(address)).toEqual(await ask(nobodys));
      const mail = await inbox.wait(address);
      expect(mail.subject).toBe("Tu cuenta de Alegra tiene otro correo");
      expect(mail.links).toHaveLength(1);
      expect(mail.links[0]).toContain("/cuenta/correo/deshacer?token=");
      expect(mail.text).not.toMatch(/\b\d{6}\b/);
      expect(await ask(address)).toMatchObject({ refusal: "rate-limited" });
    },
  );

  it("gets no account of anybody else's for seven days, and then it does", async () => {
    const [address, other] = [await left(), await mover()];
    await expect(createUser(address, {})).rejects.toThrow(AddressReserved);
    const { token } = await mint(address, { purpose: "registration" });
    const browser = null;
    const confirming = { token, browser, client: stranger(), chosen: {} };
    expect(await confirmRegistration(confirming)).toMatchObject({ refusal: "ended" });
    const link = (await mint(address)).token;
    expect(await registerVerified({ ...confirming, token: link })).toMatchObject({
      refusal: "ended",
    });
    const google = { sub: someone(), address, name: "Ana", authoritative: true };
    expect(await admitByGoogle(google, asked())).toMatchObject({ refusal: "not-linked" });
    expect(await confirmEmailChange(await changeOf(other, address), stranger())).toEqual({
      ok: false,
      refusal: "taken",
    });
    expect(await findUserByEmail(address)).toBeNull();
    await database.age("7 days");
    expect(await createUser(address, {})).toMatchObject({ created: true });
  });

  it("gets none at the same instant as it is left, in every round", async () => {
    for (let round = 0; round < 10; round += 1) {
      const person = await mover();
      const token = await changeOf(person, someone());
      const [changed, made] = await Promise.allSettled([
        confirmEmailChange(token, stranger()),
        createUser(person.address, {}),
      ]);
      expect(changed).toMatchObject({ value: { ok: true } });
      if (made.status === "fulfilled")
        expect(made.value).toEqual({ id: person.id, created: false });
      else expect(made.reason).toBeInstanceOf(AddressReserved);
      expect(await findUserByEmail(person.address)).toBeNull();
      expect(await addressOf(person)).not.toBe(person.address);
    }
  });
});
