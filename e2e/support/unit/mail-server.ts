import { once } from "node:events";
import type { Socket } from "node:net";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { onTestFinished } from "vitest";

type Received = { parsed: ParsedMail; sender: string; recipients: string[] };

/**
 * A real mail server of a test's own, and what it saw.
 * @param options what it does otherwise than a plain one
 * @param keep when it ends: with the test, or with what a hook says
 */
export async function startMailServer(
  options: SMTPServerOptions = {},
  keep: (end: () => Promise<void>) => unknown = onTestFinished,
) {
  const mails: Received[] = [];
  /** what it was told, line by line: the library's own view of an address is another spelling */
  const lines: string[] = [];
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    onData(stream, { envelope }, done) {
      simpleParser(stream).then((parsed) => {
        const sender = envelope.mailFrom ? envelope.mailFrom.address : "";
        mails.push({ parsed, sender, recipients: envelope.rcptTo.map(({ address }) => address) });
        done();
      }, done);
    },
    ...options,
  });
  smtp.server.on("connection", (socket: Socket) => {
    socket.on("data", (bytes) => lines.push(...bytes.toString().split("\r\n")));
  });
  smtp.listen(0, "127.0.0.1");
  await once(smtp.server, "listening");
  keep(() => new Promise<void>((closed) => smtp.close(closed)));
  const at = smtp.server.address();
  const port = typeof at === "object" && at !== null ? at.port : 0;
  const said = (command: RegExp) => lines.flatMap((line) => command.exec(line)?.slice(1, 2) ?? []);
  return {
    emailServer: `smtp://127.0.0.1:${port}`,
    mails,
    /** the names by which it was greeted, one a connection */
    greetings: () => said(/^EHLO (.+)$/),
    senders: () => said(/^MAIL FROM:<(.*?)>/),
    /** also of mails that never came */
    recipients: () => said(/^RCPT TO:<(.*?)>/),
  };
}
