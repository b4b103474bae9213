import { connect } from "node:tls";
import { isLoopback } from "../../lib/ip";
import { mailAdvice } from "../../lib/mail/advice";
import { mailRefusedOf } from "../../lib/mail/refused";
import { DEADLINES } from "../../lib/mail/send";
import { createTransport, type MailServer } from "../../lib/mail/transport";
import { type Finding, findingsOf } from "./finding";

const { ok, broken, warning } = findingsOf("mail");

/** Whether the mail server greets us, agrees on TLS where it must, and lets us in. Sends nothing. */
export async function mailFindings(server: MailServer): Promise<Finding[]> {
  const { host, hostname, username, protocol } = new URL(server.emailServer);
  try {
    await createTransport(server, DEADLINES).verify();
  } catch (fault) {
    const refusal = mailRefusedOf(fault);
    const silent = refusal.reason === "timeout" && protocol === "smtp:";
    const tlsFirst = silent && (await speaksTlsFirst(server.emailServer));
    const { says, todo } = mailAdvice(refusal, server.emailServer, tlsFirst);
    return [broken(says, todo)];
  }
  if (username === "" && protocol === "smtp:" && !isLoopback(hostname))
    return [
      warning(
        `${host} takes mail from us without a sign-in`,
        "if it should know who we are: smtp://user:password@…",
      ),
    ];
  return [ok(username ? `${host} lets us in as the user of EMAIL_SERVER` : `${host} greets us`)];
}

/** Whether that port of ours speaks TLS before anything else: then a greeting never comes, and silence says nothing. */
function speaksTlsFirst(emailServer: string): Promise<boolean> {
  const { hostname, port } = new URL(emailServer);
  const host = hostname.replace(/^\[(.*)\]$/, "$1");
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port || 587), rejectUnauthorized: false });
    const end = (spoke: boolean) => {
      resolve(spoke);
      socket.destroy();
    };
    socket.setTimeout(DEADLINES.connect, () => end(false));
    socket.once("secureConnect", () => end(true));
    socket.once("error", () => end(false));
  });
}
