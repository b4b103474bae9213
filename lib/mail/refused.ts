/** Why a mail could not be handed over. */
export type RefusalReason = "unreachable" | "timeout" | "refused";

type Details = { reason: RefusalReason; smtpCode?: number; step?: string };

/**
 * The mail server did not take the mail: it could not be reached, took too long, or said no.
 *
 * Says nothing of whom the mail was for: a server's answer often repeats the address, so neither
 * its words nor the original error travel along.
 */
export class MailRefused extends Error {
  readonly reason: RefusalReason;
  /** The server's three digits (RFC 5321 §4.2), where it answered at all. */
  readonly smtpCode: number | undefined;
  /** The SMTP command that failed, such as `CONN` or `RCPT TO`. */
  readonly step: string | undefined;

  constructor({ reason, smtpCode, step }: Details) {
    super(["mail", reason, smtpCode, step && `at ${step}`].filter(Boolean).join(" "));
    this.name = "MailRefused";
    this.reason = reason;
    this.smtpCode = smtpCode;
    this.step = step;
  }
}

/** What nodemailer threw, as a `MailRefused`. */
export function mailRefusedOf(error: unknown): MailRefused {
  const fault: { code?: unknown; responseCode?: unknown; command?: unknown } =
    typeof error === "object" && error !== null ? error : {};
  const smtpCode = typeof fault.responseCode === "number" ? fault.responseCode : undefined;
  const step = typeof fault.command === "string" ? fault.command : undefined;
  return new MailRefused({ reason: reasonOf(fault.code, smtpCode), smtpCode, step });
}

function reasonOf(code: unknown, smtpCode: number | undefined): RefusalReason {
  if (smtpCode !== undefined) return "refused";
  if (code === "EABORT" || code === "ETIMEDOUT") return "timeout";
  return code === "EAUTH" || code === "EENVELOPE" || code === "EMESSAGE"
    ? "refused"
    : "unreachable";
}
