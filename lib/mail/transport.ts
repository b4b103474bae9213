import nodemailer from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";

/** Milliseconds: `connect` until the server has greeted us, `total` for a whole mail. */
export type Deadlines = { connect: number; total: number };

// What an address of a mail server may carry, and must not: they would print mails and addresses,
// or let one hanging connection of a pool hold up the others.
const REFUSED_OPTIONS = ["logger", "debug", "transactionLog", "pool"];

/** A plain SMTP transport: one connection a mail, so that none waits for another. */
export function createTransport(emailServer: string, deadlines: Deadlines) {
  return nodemailer.createTransport({
    connectionTimeout: deadlines.connect,
    greetingTimeout: deadlines.connect,
    dnsTimeout: deadlines.connect,
    socketTimeout: deadlines.total,
    socketCloseTimeout: 1000,
    ...tlsFor(new URL(emailServer)),
    disableFileAccess: true,
    disableUrlAccess: true,
    url: withoutRefused(emailServer),
  });
}

/**
 * Whether the server greets us and is ready to take a mail, within `ms`.
 *
 * Signs in nowhere: a check that runs every half minute must not use up a provider's sign-ins.
 */
export function greets(emailServer: string, ms: number): Promise<boolean> {
  const { options } = createTransport(emailServer, { connect: ms, total: ms });
  const connection = new SMTPConnection(options);
  return new Promise((resolve) => {
    const end = (reached: boolean) => {
      clearTimeout(deadline);
      resolve(reached); // before closing, which says "end" too
      connection.close();
    };
    const deadline = setTimeout(() => end(false), ms);
    connection.on("error", () => end(false));
    connection.on("end", () => end(false));
    connection.connect((error) => end(!error));
  });
}

// RFC 8314 §4.1: a password never crosses the network in the clear because somebody in between
// took STARTTLS out of the server's answer. `?requireTLS=false` in the address says otherwise.
function tlsFor({ username, hostname }: URL) {
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(hostname);
  return { requireTLS: username !== "" && !local };
}

function withoutRefused(emailServer: string): string {
  const server = new URL(emailServer);
  for (const option of REFUSED_OPTIONS) server.searchParams.delete(option);
  return server.href;
}
