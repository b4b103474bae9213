import { once } from "node:events";
import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

// A process of its own: a mail server that takes everything and keeps the last mails as they came. Asked over HTTP it says
// how many there were (`/`), and what was written to somebody (`/?to=`).
const [smtpPort, httpPort] = process.argv.slice(2).map(Number);
const KEPT = 500;
const mails = new Map<string, Buffer>();
let count = 0;

const smtp = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  logger: false,
  onData(stream, { envelope }, done) {
    void buffer(stream).then((mail) => {
      count += 1;
      for (const { address } of envelope.rcptTo) mails.set(address.toLowerCase(), mail);
      const [oldest] = mails.keys();
      if (mails.size > KEPT && oldest !== undefined) mails.delete(oldest);
      done();
    }, done);
  },
});
// a client that hangs up in the middle is its own business
smtp.on("error", () => undefined);
smtp.listen(smtpPort, "127.0.0.1");

const http = createServer((request, response) => {
  const to = new URL(request.url ?? "/", "http://sink").searchParams.get("to");
  response.end(to === null ? String(count) : (mails.get(to) ?? ""));
}).listen(httpPort, "127.0.0.1");
await Promise.all([once(smtp.server, "listening"), once(http, "listening")]);
console.log("ready");
