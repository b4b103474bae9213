/** Why a mail could not be handed over. */
export type RefusalReason = "unreachable" | "timeout" | "refused";

type Details = { reason: RefusalReason; smtpCode?: number; step?: string; code?: string };

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
  /** What Node or nodemailer calls it, such as `ECONNREFUSED`. */
  readonly code: string | undefined;

  constructor({ reason, smtpCode, step, code }: Details) {
    super(["mail", reason, smtpCode, step && `at ${step}`].filter(Boolean).join(" "));
    this.name = "MailRefused";
    this.reason = reason;
    this.smtpCode = smtpCode;
    this.step = step;
    this.code = code;
  }
}

/** What nodemailer threw, as a `MailRefused`. */
export function mailRefusedOf(error: unknown): MailRefused {
  const fault: Thrown = typeof error === "object" && error !== null ? error : {};
  const smtpCode = typeof fault.responseCode === "number" ? fault.responseCode : undefined;
  const step = typeof fault.command === "string" ? fault.command : undefined;
  return new MailRefused({
    reason: reasonOf(fault.code, smtpCode),
    smtpCode,
    step,
    code: codeOf(fault),
  });
}

type Thrown = {
  code?: unknown;
  originalCode?: unknown;
  responseCode?: unknown;
  command?: unknown;
  message?: unknown;
};

/** Of a handshake that failed behind STARTTLS nodemailer keeps the words alone. */
const BY_WORDS: [RegExp, string][] = [
  [/self-signed certificate in/, "SELF_SIGNED_CERT_IN_CHAIN"],
  [/self-signed certificate/, "DEPTH_ZERO_SELF_SIGNED_CERT"],
  [/unable to verify|unable to get/, "UNABLE_TO_VERIFY_LEAF_SIGNATURE"],
  [/certificate has expired/, "CERT_HAS_EXPIRED"],
  [/altnames/, "ERR_TLS_CERT_ALTNAME_INVALID"],
];

function codeOf({ code, originalCode, message }: Thrown): string | undefined {
  if (typeof originalCode === "string") return originalCode;
  if (typeof code !== "string") return undefined;
  const words = code === "ETLS" ? String(message) : "";
  return BY_WORDS.find(([said]) => said.test(words))?.[1] ?? code;
}

function reasonOf(code: unknown, smtpCode: number | undefined): RefusalReason {
  if (smtpCode !== undefined) return "refused";
  if (code === "EABORT" || code === "ETIMEDOUT") return "timeout";
  return code === "EAUTH" || code === "EENVELOPE" || code === "EMESSAGE"
    ? "refused"
    : "unreachable";
}
