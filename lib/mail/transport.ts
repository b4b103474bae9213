import { isIPv4 } from "node:net";
import nodemailer from "nodemailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { isLoopback } from "../ip";
import { KeepingTransport } from "./keeping-transport";

/** in milliseconds: `connect` until the greeting, `total` for a whole mail */
export type Deadlines = { connect: number; total: number };

export type MailServer = { emailServer: string; origin: string };

// URL options that would print mails and addresses, or let one hanging connection of a pool block the others
const REFUSED_OPTIONS = ["logger", "debug", "transactionLog", "pool"];

/** @param keeps connections for the next mail; else each mail has one of its own, and ends it */
export function createTransport(server: MailServer, deadlines: Deadlines, keeps = false) {
  const options = optionsOf(server, deadlines);
  return nodemailer.createTransport(keeps ? new KeepingTransport(options) : options);
}

function optionsOf({ emailServer, origin }: MailServer, deadlines: Deadlines) {
  return {
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
  };
}

/** Whether the server greets us within `ms`; without signing in, which providers count. */
export function greets(server: MailServer, ms: number): Promise<boolean> {
  return extensionsOf(server, ms).then(
    () => true,
    () => false,
  );
}

/**
 * Whether the server takes addresses beyond ASCII (SMTPUTF8, RFC 6531), which nodemailer sends without asking.
 * @throws nodemailer's fault when there is no answer within `ms`
 */
export async function takesUtf8(server: MailServer, ms: number): Promise<boolean> {
  return /^250[ -]SMTPUTF8\b/im.test(await extensionsOf(server, ms));
}

/** The server's reply to EHLO (RFC 5321 §4.1.1.1). */
function extensionsOf(server: MailServer, ms: number): Promise<string> {
  const { options } = createTransport(server, { connect: ms, total: ms });
  const connection = new SMTPConnection(options);
  return new Promise((resolve, reject) => {
    const end = (fault: Error | null | undefined) => {
      clearTimeout(deadline);
      // before closing, which also emits "end"
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

/** Our name in EHLO: the host, or an address literal (RFC 5321 §4.1.3, §4.1.4). */
function greetingOf(origin: string): string {
  const { hostname } = new URL(origin);
  if (isIPv4(hostname)) return `[${hostname}]`;
  return hostname.replace(/^\[/, "[IPv6:").replace(/\.$/, "");
}

// RFC 8314 §4.1: no password in the clear, even if STARTTLS is stripped from the server's reply; `?requireTLS=false` allows
// it. A relay on this machine may show any certificate.
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
  // with an empty name nodemailer would greet as [127.0.0.1]
  if (!server.searchParams.get("name")) server.searchParams.delete("name");
  return server.href;
}
