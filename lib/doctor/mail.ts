import { type MailRefused, mailRefusedOf } from "../mail/refused";
import { DEADLINES } from "../mail/send";
import { createTransport, type MailServer } from "../mail/transport";
import { type Finding, findingsOf } from "./finding";

const { ok, broken, warning } = findingsOf("mail");

/** Whether the mail server greets us, agrees on TLS where it must, and lets us in. Sends nothing. */
export async function mailFindings(server: MailServer): Promise<Finding[]> {
  const { host, username, protocol } = new URL(server.emailServer);
  try {
    await createTransport(server, DEADLINES).verify();
  } catch (fault) {
    return [refused(mailRefusedOf(fault), host, username !== "")];
  }
  const local = /^(localhost|127\.0\.0\.1|\[::1\])(:|$)/.test(host);
  if (username === "" && protocol === "smtp:" && !local)
    return [
      warning(
        `${host} takes mail from us without a sign-in`,
        "if it should know who we are: smtp://user:password@…",
      ),
    ];
  return [ok(username ? `${host} lets us in as the user of EMAIL_SERVER` : `${host} greets us`)];
}

function refused(refusal: MailRefused, host: string, signsIn: boolean): Finding {
  const code = refusal.smtpCode ? ` (${refusal.smtpCode})` : "";
  switch (refusal.reason) {
    case "timeout":
      return broken(`${host} does not answer in time`, "is the port open from here? 587 or 465");
    case "unreachable":
      return broken(`${host} cannot be reached`, "correct the host and port in EMAIL_SERVER");
    case "refused":
      return signsIn
        ? broken(
            `${host} refuses us${code}`,
            "correct the user and password in EMAIL_SERVER; write @ as %40",
          )
        : broken(`${host} refuses us${code}`, "ask its operator why, or add user:password@");
  }
}
