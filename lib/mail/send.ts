import { randomUUID } from "node:crypto";
import { domainToASCII } from "node:url";
import { settings } from "@/lib/config/settings";
import type { Email } from "@/lib/email";
import { log } from "@/lib/log/log";
import type { Language } from "@/lib/messages/languages";
import { singleton } from "@/lib/singleton";
import { type MailKind, mailEnded } from "@/lib/telemetry/counters";
import { inSpan } from "@/lib/telemetry/span";
import { mailAdvice } from "./advice";
import { keeping } from "./keeping";
import type { Written } from "./letter";
import { MailRefused, mailRefusedOf } from "./refused";
import { senderOf } from "./sender";
import { UNTRACKED } from "./tracking";
import { createTransport, type Deadlines, greets, type MailServer, takesUtf8 } from "./transport";

export { MailRefused } from "./refused";

export type Mail = Written & { to: Email };

// of a person's 10 s (rules, With things broken) the page and the database need some too
export const DEADLINES: Deadlines = { connect: 5_000, total: 8_000 };
const HEALTH_MS = 3_000;

/**
 * Hands a mail to `EMAIL_SERVER` within 8 s; a server that took it as the time ran out may still deliver it.
 * @throws MailRefused @param kind all that metrics hold of it
 */
export function sendMail(mail: Mail, kind: MailKind): Promise<void> {
  // only the transport is a singleton: `MailRefused` must be this bundle's class for the caller's instanceof
  const transport = singleton("mail-transport", () => {
    const made = createTransport(settings(), DEADLINES, keeping.wanted);
    keeping.end = () => made.close();
    return made;
  });
  const mailer = createMailer(settings(), DEADLINES, transport);
  return inSpan(
    "mail",
    { "ingreso.mail.kind": kind },
    () => told(kind, mailer.send(mail)),
    "outgoing",
  );
}

async function told(kind: MailKind, sending: Promise<void>): Promise<void> {
  const begun = performance.now();
  const took = () => (performance.now() - begun) / 1000;
  try {
    await sending;
    mailEnded(kind, "handed-over", took());
  } catch (fault) {
    mailEnded(kind, fault instanceof MailRefused ? fault.reason : "unreachable", took());
    throw fault;
  }
}

export function mailReachable(): Promise<boolean> {
  return greets(settings(), HEALTH_MS);
}

/** Apart from `sendMail` for the tests. */
export function createMailer(
  from: MailServer & { emailFrom: string },
  deadlines: Deadlines,
  transport = createTransport(from, deadlines),
) {
  const sender = senderOf(from.emailFrom);
  const domain = domainToASCII(sender.domain) || new URL(from.origin).hostname;

  return {
    async send({ to, language, subject, text, html }: Mail): Promise<void> {
      const begun = performance.now();
      const giveUp = new AbortController();
      const deadline = setTimeout(() => giveUp.abort(), deadlines.total);
      try {
        if ([sender.address, to].some(needsUtf8) && !(await takesUtf8(from, deadlines.connect)))
          throw new MailRefused({ reason: "refused", step: "SMTPUTF8" });
        await transport.sendMail({
          from: { name: sender.name, address: sender.address },
          to: { name: "", address: to },
          // given, so that one address is one recipient whatever the headers say
          envelope: { from: sender.address, to: [{ name: "", address: to }] },
          subject,
          text,
          html,
          messageId: `<${randomUUID()}@${domain}>`,
          headers: headers(language),
          signal: giveUp.signal,
        });
      } catch (error) {
        const refusal = error instanceof MailRefused ? error : mailRefusedOf(error);
        const { reason, smtpCode, step, code } = refusal;
        const { todo } = mailAdvice(refusal, from.emailServer);
        const ms = Math.round(performance.now() - begun);
        log.warn({ reason, smtpCode, step, code, ms, todo }, "mail: not handed over");
        throw refusal;
      } finally {
        clearTimeout(deadline);
      }
    },
  };
}

/** Whether an address needs SMTPUTF8: a domain has an ASCII spelling (RFC 5890 §2.3.2.1), a local part has none. */
export function needsUtf8(address: string): boolean {
  return /\P{ASCII}/u.test(address.slice(0, address.lastIndexOf("@")));
}

function headers(language: Language) {
  return {
    // RFC 3834 §5: no automatic replies
    "Auto-Submitted": "auto-generated",
    // the same for Exchange, but for non-delivery reports
    "X-Auto-Response-Suppress": "DR, RN, NRN, OOF, AutoReply",
    // Gmail would fold mails of one subject together and hide the new link
    "X-Entity-Ref-ID": randomUUID(),
    "Content-Language": language,
    ...UNTRACKED,
  };
}
