import { escapesOf } from "../config/connection-uri";
import type { MailRefused } from "./refused";

/** A reason and a remedy, a line each, without a password or an address. */
export type MailAdvice = Readonly<{ says: string; todo: string }>;

const SIGN_IN = `correct the user and password in EMAIL_SERVER; there ${escapesOf()}`;

/** Explains a mail server's refusal to an operator. @param tlsFirst whether its port begins with TLS */
export function mailAdvice(
  { reason, smtpCode, code = "", step = "" }: MailRefused,
  emailServer: string,
  tlsFirst = false,
): MailAdvice {
  const { host, username, protocol } = new URL(emailServer);
  const number = smtpCode ? ` (${smtpCode})` : code && ` (${code})`;
  const advice = (says: string, todo: string) => ({ says: `${host} ${says}${number}`, todo });

  if (tlsFirst)
    return advice("speaks TLS first", "write smtps:// in EMAIL_SERVER, as for every port 465");
  if (protocol === "smtps:" && /^(ERR_SSL_|EPROTO$)/.test(code))
    return advice(
      "does not speak TLS first",
      "write smtp:// in EMAIL_SERVER, as for the ports 587 and 25: TLS begins there by STARTTLS",
    );
  switch (code) {
    case "CERT_HAS_EXPIRED":
      return advice(
        "shows an expired certificate",
        "renew it there; is this machine's clock right?",
      );
    case "ERR_TLS_CERT_ALTNAME_INVALID":
      return advice("shows a certificate for another name", "write the host that it is for");
    case "SELF_SIGNED_CERT_IN_CHAIN":
    case "DEPTH_ZERO_SELF_SIGNED_CERT":
    case "UNABLE_TO_VERIFY_LEAF_SIGNATURE":
    case "UNABLE_TO_GET_ISSUER_CERT":
    case "UNABLE_TO_GET_ISSUER_CERT_LOCALLY":
      return advice(
        "shows a certificate that no authority known here has signed",
        "name the authority: NODE_EXTRA_CA_CERTS=/path/of/it.pem in the environment that node is started with, not in .env; or, within a network of your own, ?tls.rejectUnauthorized=false",
      );
    case "ENOTFOUND":
    case "EDNS":
      return advice(
        "cannot be reached: the name has no address",
        "correct the host in EMAIL_SERVER",
      );
    case "ECONNREFUSED":
      return advice(
        "cannot be reached: nothing listens there",
        "start it, or correct the host and port in EMAIL_SERVER (in a container, localhost is the container)",
      );
    case "ETLS":
      return advice(
        "does not agree on TLS",
        "with a password we insist on it: turn STARTTLS on there, or write smtps:// with port 465",
      );
  }
  switch (reason) {
    case "timeout":
      return advice(
        "does not answer in time",
        "is the port open from here? 587 or 465; many networks close 25",
      );
    case "unreachable":
      return advice("cannot be reached", "correct the host and port in EMAIL_SERVER");
    case "refused":
      return refusal(step, smtpCode, username !== "", advice);
  }
}

function refusal(
  step: string,
  smtpCode: number | undefined,
  signsIn: boolean,
  advice: (says: string, todo: string) => MailAdvice,
): MailAdvice {
  if (smtpCode === 530 && !signsIn)
    return advice("refuses us", "it wants a sign-in: user:password@ in EMAIL_SERVER");
  if (step === "MAIL FROM")
    return advice(
      "refuses the sender",
      "let it send as the address of EMAIL_FROM, or name one there that it may send as",
    );
  if (step === "RCPT TO" && !signsIn)
    return advice("takes no mail for others from us", "sign in: user:password@ in EMAIL_SERVER");
  return signsIn
    ? advice("refuses us", SIGN_IN)
    : advice("refuses us", "ask its operator why, or add user:password@");
}
