import { isIPv4 } from "node:net";
import nodemailer from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { isLoopback } from "../ip";

/** Milliseconds: `connect` until the server has greeted us, `total` for a whole mail. */
export type Deadlines = { connect: number; total: number };

/** `EMAIL_SERVER`, and the public origin, by whose name it is greeted. */
export type MailServer = { emailServer: string; origin: string };

// What an address of a mail server may carry, and must not: they would print mails and addresses,
// or let one hanging connection of a pool hold up the others.
const REFUSED_OPTIONS = ["logger", "debug", "transactionLog", "pool"];

/** A plain SMTP transport: one connection a mail, so that none waits for another. */
export function createTransport({ emailServer, origin }: MailServer, deadlines: Deadlines) {
  return nodemailer.createTransport({
    name: greetingOf(origin),
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
export function greets(server: MailServer, ms: number): Promise<boolean> {
  return extensionsOf(server, ms).then(
    () => true,
    () => false,
  );
}

/**
 * Whether the server takes addresses in letters beyond ASCII (SMTPUTF8, RFC 6531), asked on a connection of its own:
 * nodemailer hands such an address over whatever the server says.
 * @throws nodemailer's fault when the server does not answer within `ms`
 */
export async function takesUtf8(server: MailServer, ms: number): Promise<boolean> {
  return /^250[ -]SMTPUTF8\b/im.test(await extensionsOf(server, ms));
}

/** The server's answer to our greeting, which says what it can (RFC 5321 §4.1.1.1). */
function extensionsOf(server: MailServer, ms: number): Promise<string> {
  const { options } = createTransport(server, { connect: ms, total: ms });
  const connection = new SMTPConnection(options);
  return new Promise((resolve, reject) => {
    const end = (fault: Error | null | undefined) => {
      clearTimeout(deadline);
      // before closing, which says "end" too
      if (fault) reject(fault);
      else resolve(connection.lastServerResponse || "");
      connection.close();
    };
    const late = Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" });
    const deadline = setTimeout(() => end(late), ms);
    connection.on("error", end);
    connection.on("end", () => end(new Error("the server hung up")));
    connection.connect(end);
  });
}

/** Our name in a greeting: the host, or an address literal where it is none (RFC 5321 §4.1.3, §4.1.4). */
function greetingOf(origin: string): string {
  const { hostname } = new URL(origin);
  if (isIPv4(hostname)) return `[${hostname}]`;
  return hostname.replace(/^\[/, "[IPv6:").replace(/\.$/, "");
}

// RFC 8314 §4.1: a password never crosses the network in the clear because somebody in between
// took STARTTLS out of the server's answer. `?requireTLS=false` in the address says otherwise. On this very machine nobody is in
// between, and a relay there shows whatever certificate its package made.
function tlsFor({ username, hostname }: URL) {
  const local = isLoopback(hostname);
  return {
    requireTLS: username !== "" && !local,
    ...(local && username === "" && { tls: { rejectUnauthorized: false } }),
  };
}

function withoutRefused(emailServer: string): string {
  const server = new URL(emailServer);
  for (const option of REFUSED_OPTIONS) server.searchParams.delete(option);
  // an empty name is none: nodemailer would greet as [127.0.0.1]
  if (!server.searchParams.get("name")) server.searchParams.delete("name");
  return server.href;
}
