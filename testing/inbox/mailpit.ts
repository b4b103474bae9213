import { setTimeout as pause } from "node:timers/promises";
import { linksOf } from "../../local/inbox/links";
import { type Ask, asker } from "./ask";
import type { Mail, Mails } from "./inbox";

type Person = { Address: string };
/** Of Mailpit's API (`/api/v1`): what a list says of a mail, and what the mail itself says. */
type Summary = { ID: string; Created: string; To: Person[]; Cc: Person[]; Bcc: Person[] };
type Message = { From: Person | null; Subject: string; Text: string; HTML: string };

const POLL_MS = 250;

/**
 * A Mailpit (https://mailpit.axllent.org), as a program sees it. Nothing in its documented API waits for a mail, so this
 * asks again four times a second. What is read is marked as read there.
 */
export class Mailpit implements Mails {
  readonly #ask: Ask;
  readonly #read = new Map<string, Mail>();

  /** @param address of its web page */
  constructor(address: string) {
    this.#ask = asker(address);
  }

  async mails(address: string): Promise<Mail[]> {
    const newestFirst = await this.#search(address);
    return Promise.all(newestFirst.toReversed().map((summary) => this.#mail(summary)));
  }

  async arrival(address: string, known: Mail[], ms: number, signal: AbortSignal): Promise<void> {
    const ids = new Set(known.map(({ id }) => id));
    for (const until = performance.now() + ms; performance.now() < until; ) {
      if ((await this.#search(address)).some(({ ID }) => !ids.has(ID))) return;
      await pause(POLL_MS, undefined, { signal });
    }
  }

  /** A search finds parts of addresses too: only those count that are the address. */
  async #search(address: string): Promise<Summary[]> {
    const query = new URLSearchParams({ query: `to:"${address}"` });
    const response = await this.#ask(`/api/v1/search?${query}`);
    if (!response.ok) throw new Error(`Mailpit answered ${response.status} to a search`);
    const { messages } = (await response.json()) as { messages: Summary[] };
    return messages.filter((summary) => recipientsOf(summary).includes(address.toLowerCase()));
  }

  async #mail(summary: Summary): Promise<Mail> {
    const { ID: id, Created: at } = summary;
    const known = this.#read.get(id);
    if (known) return known;
    const response = await this.#ask(`/api/v1/message/${id}`);
    if (!response.ok) throw new Error(`Mailpit answered ${response.status} for a mail of its own`);
    const { From, Subject: subject, Text: text, HTML: html } = (await response.json()) as Message;
    const links = linksOf(text, html);
    const to = recipientsOf(summary);
    const mail = { id, at, to, from: From?.Address ?? "", subject, text, html, links };
    this.#read.set(id, mail);
    return mail;
  }
}

function recipientsOf({ To, Cc, Bcc }: Summary): string[] {
  return [To, Cc, Bcc].flatMap((people) =>
    (people ?? []).map(({ Address }) => Address.toLowerCase()),
  );
}
