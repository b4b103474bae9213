export type RefusalReason = "unreachable" | "timeout" | "refused";

type Details = { reason: RefusalReason; smtpCode?: number; step?: string; code?: string };

/** Holds neither the server's words nor the original error, which often repeat the recipient's address. */
export class MailRefused extends Error {
  readonly reason: RefusalReason;
  /** the server's three digits (RFC 5321 §4.2), where it answered */
  readonly smtpCode: number | undefined;
  /** the SMTP command that failed, such as `CONN` or `RCPT TO` */
  readonly step: string | undefined;
  /** Node's or nodemailer's code, such as `ECONNREFUSED` */
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

/** After a failed STARTTLS handshake nodemailer keeps the message alone. */
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
