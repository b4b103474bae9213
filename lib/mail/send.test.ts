import type { AddressObject } from "mailparser";
import { describe, expect, it } from "vitest";
import { startMailServer } from "@/e2e/support/unit/mail-server";
import type { Email } from "@/lib/email";
import { magicLinkLetter } from "../magic-link/letter";
import { LANGUAGES } from "../messages/languages";
import { withReader } from "../messages/reader";
import { createMailer, DEADLINES } from "./send";

const ANA = "ana.pérez+facturas@ejemplo.com" as Email;
const LINK = "http://localhost:3000/login/link?token=abc";
const mail = {
  to: ANA,
  language: "es" as const,
  subject: "Tu link mágico: ñandú, corazón y 12 €",
  text: `Ábrelo: ${LINK}\n`,
  html: `<p>Ábrelo: <a href="${LINK}&amp;a=b">aquí</a></p>`,
};

describe("a mail", () => {
  it("is refused within ten seconds, with time left for the page", () => {
    expect(DEADLINES.connect).toBeLessThan(DEADLINES.total);
    expect(DEADLINES.total).toBeLessThanOrEqual(8_000);
  });

  it("arrives whole, from us, for one recipient, as a program's", async () => {
    const { emailServer, mails } = await startMailServer();
    await mailerOver(emailServer).send(mail);
    const [received] = mails;
    if (!received) throw new Error("it did not arrive");
    const { parsed, recipients, sender } = received;

    expect(recipients).toEqual([ANA]);
    expect(sender).toBe("ingreso@correo.ejemplo.com");
    expect(parsed.subject).toBe(mail.subject);
    expect(parsed.text).toBe(mail.text);
    expect(parsed.html).toBe(mail.html);
    expect(parsed.from?.text).toBe('"Alegra Facturación" <ingreso@correo.ejemplo.com>');
    expect((parsed.to as AddressObject).value).toEqual([{ address: ANA, name: "" }]);
    expect(parsed.messageId).toMatch(/^<[\w-]{36}@correo\.ejemplo\.com>$/);
    expect(Math.abs(Date.now() - Number(parsed.date))).toBeLessThan(60_000);
    expect(parsed.headers.get("auto-submitted")).toBe("auto-generated");
    expect(parsed.headers.get("x-auto-response-suppress")).toContain("AutoReply");
    expect(parsed.headers.has("x-mailer")).toBe(false);
    expect(parsed.inReplyTo ?? parsed.references).toBeUndefined();
    expect(parsed.attachments).toEqual([]);
  });

  it("says in its header which language it was written in", async () => {
    const { emailServer, mails } = await startMailServer();
    const asked = { device: "Firefox en Linux", place: null, at: new Date() };
    const write = () => magicLinkLetter({ address: ANA, url: LINK, code: "012345", ...asked });
    for (const language of LANGUAGES) {
      const letter = withReader({ language, timeZone: null }, write);
      await mailerOver(emailServer).send({ to: ANA, ...letter });
      expect(mails.at(-1)?.parsed.headers.get("content-language")).toBe(language);
    }
  });

  it.each([
    "ana@ejemplo.com,otra@ejemplo.com",
    "ana@ejemplo.com otra@ejemplo.com",
    "Ana <otra@ejemplo.com>",
    "ana@ejemplo.com>\r\nRCPT TO:<otra@ejemplo.com",
  ])("never finds a second recipient in %j", async (forged) => {
    const { emailServer, recipients } = await startMailServer();
    await mailerOver(emailServer)
      .send({ ...mail, to: forged as Email })
      .catch(() => {});
    expect(recipients().length).toBeLessThanOrEqual(1);
    expect(recipients().join()).not.toMatch(/^<?otra@/);
  });
});

function mailerOver(emailServer: string) {
  const emailFrom = "Alegra Facturación <ingreso@correo.ejemplo.com>";
  return createMailer({ emailServer, emailFrom, origin: "http://localhost:3000" }, DEADLINES);
}
