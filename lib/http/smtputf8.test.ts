import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { database } from "@/e2e/support/unit";
import { Caller, type Handler, PROGRAM } from "@/e2e/support/unit/caller";
import { SIGNED_OUT } from "@/e2e/support/unit/endpoints";
import { startMailServer } from "@/e2e/support/unit/mail-server";
import { PASSWORD } from "@/e2e/support/unit/passwords";
import { someone, stranger } from "@/e2e/support/unit/people";
import { tell } from "@/e2e/support/unit/settings";
import { type Email, parseEmail } from "../email";
import { requestMagicLink } from "../magic-link/request";
import { notify } from "../notice/notify";
import { sendNotices } from "../notice/send";
import { emailWait } from "../rate-limit/emails";
import { newToken } from "../secrets";
import { createUser as newAccount } from "../user/create";

// A mail server that has not heard of SMTPUTF8 (RFC 6531), as many relays have not.

let server: Awaited<ReturnType<typeof startMailServer>>;
beforeAll(async () => {
  server = await startMailServer({ hideSMTPUTF8: true }, afterAll);
  tell({ EMAIL_SERVER: server.emailServer });
});
beforeEach(() => database.sql(`delete from "Notice"`));

const at = (local: string, domain = "ejemplo.com"): Email => {
  const [random] = someone().split("@");
  const parsed = parseEmail(`${local}${random}@${domain}`);
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.address;
};

const program = (handler: { POST: Handler }) => new Caller(handler.POST, PROGRAM);
const MAILS = {
  "magic-link": (address: Email) =>
    requestMagicLink({
      ...{ address, token: newToken(), browser: newToken(), client: stranger() },
      callbackUrl: null,
    }),
  registration: async (email: Email) =>
    (
      await program(SIGNED_OUT["/registro/crear"]).post("/registro/crear", {
        ...{ name: "José", email, password: PASSWORD },
      })
    ).json(),
  reset: async (email: Email) =>
    (await program(SIGNED_OUT["/recuperar/enviar"]).post("/recuperar/enviar", { email })).json(),
} as const;
const kinds = Object.keys(MAILS) as (keyof typeof MAILS)[];

const tokensOf = (address: Email) =>
  database.sql(`select id from "OneTimeToken" where address = $1`, [address]);

describe("a mail server without SMTPUTF8", () => {
  it.each(kinds)(
    "is not given an address in other letters, and nothing is counted: %s",
    async (kind) => {
      for (const account of [false, true]) {
        const address = at("josé");
        if (account) await newAccount(address, {});
        const said = await MAILS[kind](address);
        expect(said).toMatchObject(
          kind === "magic-link" ? { refusal: "mail-refused" } : { error: "EmailSignin" },
        );
        expect(await emailWait(kind, address)).toBeNull();
        expect(await tokensOf(address)).toEqual([]);
      }
      expect(server.recipients().filter((to) => /\P{ASCII}/u.test(to))).toEqual([]);
    },
  );

  it("keeps a notice to such an address for the clean-up, and sends the others", async () => {
    const [josé, ana] = [at("josé"), at("ana")];
    for (const address of [josé, ana]) await notify("new-device", address, stranger());
    expect(await sendNotices()).toBe(1);
    const waiting = await database.sql(
      `select address, "claimedAt" from "Notice" where "sentAt" is null`,
    );
    expect(waiting).toEqual([{ address: josé, claimedAt: null }]);
    expect(server.recipients()).toContain(ana);
  });

  it.each(kinds)(
    "takes a domain in other letters, which has a spelling in ASCII: %s",
    async (kind) => {
      const address = at("ana", "correo-español.example");
      await MAILS[kind](address);
      expect(await tokensOf(address)).toHaveLength(1);
      const [local] = address.split("@");
      expect(server.recipients()).toContain(`${local}@xn--correo-espaol-skb.example`);
    },
  );
});

describe("a sender in other letters", () => {
  it("is not given to a mail server without SMTPUTF8 either", async () => {
    tell({ EMAIL_FROM: "Alegra <josé@ejemplo.com>" });
    const address = at("ana");
    expect(await MAILS["magic-link"](address)).toMatchObject({ refusal: "mail-refused" });
    expect(await emailWait("magic-link", address)).toBeNull();
    expect(server.recipients()).not.toContain(address);
    tell({ EMAIL_FROM: "Alegra <ingreso@correo-español.example>" });
    expect(await MAILS["magic-link"](address)).toEqual({ ok: true });
    expect(server.senders().at(-1)).toBe("ingreso@xn--correo-espaol-skb.example");
    expect(server.mails.at(-1)?.parsed.messageId).toMatch(/@xn--correo-espaol-skb\.example>$/);
    tell({ EMAIL_FROM: undefined });
  });
});
