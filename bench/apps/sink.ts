import { setTimeout as pause } from "node:timers/promises";
import { simpleParser } from "mailparser";

const LINK = /https?:\/\/\S+/g;

/** The mail server that all apps hand their mails to. */
export class Sink {
  readonly smtp: string;
  readonly #http: string;

  constructor(smtpPort: number, httpPort: number) {
    this.smtp = `smtp://127.0.0.1:${smtpPort}`;
    this.#http = `http://127.0.0.1:${httpPort}/`;
  }

  async ready(ended: Promise<void>): Promise<void> {
    let gone = false;
    void ended.then(() => {
      gone = true;
    });
    while (!(await fetch(this.#http).catch(() => null))) {
      if (gone) throw new Error("the mail server did not start");
      await pause(50);
    }
  }

  /** How many mails it took. */
  async count(): Promise<number> {
    return Number(await (await fetch(this.#http)).text());
  }

  /** The longest URL in the plain text of the last mail to an address: the one with the token. */
  async linkTo(address: string): Promise<string> {
    const raw = await (await fetch(`${this.#http}?to=${encodeURIComponent(address)}`)).text();
    const { text = "" } = await simpleParser(raw);
    const [link] = (text.match(LINK) ?? []).sort((one, other) => other.length - one.length);
    if (!link) throw new Error(`there is no link in a mail to ${address}`);
    return link;
  }
}
