import type { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { DEFAULT_SLOW_MS, type MailFault } from "./faults";
import type { Mails } from "./mails";

const LARGEST_MAIL = 10 * 1024 * 1024;

export type Smtp = { stop(): Promise<void> };

/**
 * The mail server: takes every mail into `mails`, or misbehaves as `fault()` says at that moment.
 * Throws when the port is taken.
 */
export async function startSmtp(port: number, mails: Mails, fault: () => MailFault): Promise<Smtp> {
  const sockets = new Map<number, Socket>();
  const ending = new AbortController();
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth: (_auth, _session, done) => done(null, { user: "anyone" }),
    disabledCommands: ["STARTTLS"],
    disableReverseLookup: true,
    size: LARGEST_MAIL,
    logger: false,

    onConnect(_session, done) {
      const { mode, code = 421 } = fault();
      if (mode === "hang") return;
      done(mode === "refuse" ? refusal(code, "Service not available") : null);
    },
    onMailFrom(_address, session, done) {
      const { mode } = fault();
      // a connection that was kept from better times: the next one is refused, or hangs
      if (mode === "hang" || mode === "refuse") sockets.get(session.remotePort)?.destroy();
      else done(null);
    },
    onRcptTo(_address, _session, done) {
      const { mode, code = 550 } = fault();
      done(mode === "reject-recipient" ? refusal(code, "No such mailbox") : null);
    },
    onData(stream, session, done) {
      simpleParser(stream)
        .then(async (parsed) => {
          const { mode, code = 452, ms = DEFAULT_SLOW_MS } = fault();
          if (mode === "drop") return void sockets.get(session.remotePort)?.destroy();
          if (mode === "reject-data") return done(refusal(code, "Insufficient storage"));
          if (mode === "slow") await pause(ms, undefined, { signal: ending.signal });
          // Who was told nothing in time will send again: this mail would come twice.
          if (!sockets.has(session.remotePort)) return;
          mails.add(envelope(session), parsed);
          done(null, "kept");
        })
        .catch((error: Error) => done(error));
    },
  });
  server.server.on("connection", (socket: Socket) => {
    const { remotePort = 0 } = socket;
    sockets.set(remotePort, socket);
    socket.once("close", () => sockets.delete(remotePort));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
  // A client that hangs up in the middle is its own business.
  server.removeAllListeners("error");
  server.on("error", () => undefined);

  return {
    stop: () =>
      new Promise((resolve) => {
        ending.abort();
        server.close(() => resolve());
        for (const socket of sockets.values()) socket.destroy();
      }),
  };
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function envelope({ envelope: { mailFrom, rcptTo } }: SMTPServerSession) {
  return {
    from: mailFrom ? mailFrom.address : "",
    to: rcptTo.map(({ address }) => address),
  };
}
