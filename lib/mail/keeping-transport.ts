import type { Readable } from "node:stream";
import type { MailMessage } from "nodemailer/lib/mailer";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import SMTPTransport from "nodemailer/lib/smtp-transport";

/** No more wait for a next mail; mails of the same instant have a connection each all the same. */
const MOST_KEPT = 10;
/** in milliseconds: a server should wait for five minutes (RFC 5321 §4.5.3.2.7); one that waits for less is asked first */
const KEPT_MS = 30_000;
/** servers count the mails of a connection */
const MOST_MAILS = 50;
/** in milliseconds: a server that is there answers RSET at once */
const PRESENT_WITHIN_MS = 1_000;

type Sent = SMTPTransport.SentMessageInfo;
type Message = MailMessage<Sent>;
type Line = {
  connection: SMTPConnection;
  /** that it has taken */
  mails: number;
  timer?: NodeJS.Timeout;
  /** hears that it has ended */
  ended?: () => void;
};
/** A mail on its way: what it goes through, and whether its time is over. */
type Going = { line: Line | null; over: boolean };

/**
 * A connection a mail, which then waits for another one. No mail waits for a connection: one that hangs holds up nothing
 * but the mail in it. Nothing is sent twice: a kept connection first shows that its server is still there, and a mail
 * turns to another one only where nothing of it was said.
 */
export class KeepingTransport extends SMTPTransport {
  readonly #kept: Line[] = [];

  constructor(options: SMTPTransport.Options) {
    // what a mail may take is bounded by its signal
    super({ ...options, socketTimeout: 2 * KEPT_MS });
  }

  override send(mail: Message, done: Parameters<SMTPTransport["send"]>[1]): void {
    const { signal } = mail.data;
    const going: Going = { line: null, over: false };
    const end = (fault: Error | null, sent?: Sent) => {
      if (going.over) return;
      going.over = true;
      signal?.removeEventListener("abort", late);
      if (fault) going.line?.connection.close();
      done(fault, sent as Sent);
    };
    const late = () => end(Object.assign(new Error("too late"), { code: "EABORT" }));
    signal?.addEventListener("abort", late);
    this.#send(mail, going).then((sent) => end(null, sent), end);
  }

  /** Ends what waits. */
  override close(): void {
    for (const { connection } of this.#kept.splice(0)) connection.quit();
    super.close();
  }

  async #send(mail: Message, going: Going): Promise<Sent> {
    const kept = await this.#take(going);
    if (kept) {
      const text = mail.message.createReadStream();
      try {
        return await this.#through(kept, mail, text);
      } catch (fault) {
        if (text.readableDidRead || isFinal(fault)) throw fault;
        kept.connection.close();
      }
    }
    return this.#through(await this.#open(going), mail, mail.message.createReadStream());
  }

  /** The kept one that was used last, if its server is still there; else those that wait longer are not asked either. */
  async #take(going: Going): Promise<Line | null> {
    const line = this.#kept.pop();
    if (!line) return null;
    clearTimeout(line.timer);
    going.line = line;
    if (await isPresent(line)) return line;
    for (const { connection } of [line, ...this.#kept.splice(0)]) connection.close();
    return null;
  }

  async #open(going: Going): Promise<Line> {
    if (going.over) throw new Error("too late");
    const connection = new SMTPConnection(this.options);
    const line: Line = { connection, mails: 0 };
    going.line = line;
    connection.on("end", () => this.#ended(line));
    // all but the first are told to whoever waits for an answer
    await new Promise<void>((resolve, reject) => {
      connection.on("error", reject);
      connection.connect((fault) => (fault ? reject(fault) : resolve()));
    });
    const auth = this.getAuth({});
    if (auth && (connection.allowsAuth || this.options.forceAuth))
      await new Promise<void>((resolve, reject) => {
        connection.once("error", reject);
        connection.login(auth, (fault) => (fault ? reject(fault) : resolve()));
      });
    return line;
  }

  async #through(line: Line, { message }: Message, text: Readable): Promise<Sent> {
    const envelope = message.getEnvelope();
    const sent = await new Promise<SMTPConnection.SentMessageInfo>((resolve, reject) => {
      line.connection.send({ ...envelope }, text, (fault, info) =>
        fault ? reject(fault) : resolve(info),
      );
    });
    line.mails += 1;
    this.#keep(line);
    return { ...sent, envelope, messageId: message.messageId() };
  }

  #keep(line: Line): void {
    const { connection, mails } = line;
    if (mails >= MOST_MAILS || this.#kept.length >= MOST_KEPT) {
      connection.quit();
      return;
    }
    line.timer = setTimeout(() => {
      this.#ended(line);
      connection.quit();
    }, KEPT_MS).unref();
    this.#kept.push(line);
  }

  #ended(line: Line): void {
    clearTimeout(line.timer);
    const at = this.#kept.indexOf(line);
    if (at !== -1) this.#kept.splice(at, 1);
    line.ended?.();
  }
}

function isPresent(line: Line): Promise<boolean> {
  return new Promise((resolve) => {
    const late = setTimeout(() => resolve(false), PRESENT_WITHIN_MS);
    const answer = (is: boolean) => {
      clearTimeout(late);
      resolve(is);
    };
    line.ended = () => answer(false);
    line.connection.reset((fault) => answer(!fault));
  });
}

/** What no other connection would change (RFC 5321 §4.2.1). */
function isFinal(fault: unknown): boolean {
  return Number((fault as { responseCode?: unknown }).responseCode) >= 500;
}
