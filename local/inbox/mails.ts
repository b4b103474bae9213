import type { ParsedMail } from "mailparser";
import { linksOf } from "./links";
import type { Mail } from "./mail";

/** How many mails are kept; the oldest go first. */
const KEPT = 500;

/** Which mails: for whom, and what came after an id or a moment (milliseconds). */
export type Filter = { to?: string; afterId?: number; afterTime?: number };

export type Envelope = { from: string; to: string[] };

type Waiter = { filter: Filter; found: (mail: Mail) => void };

/** The mails that arrived, and the requests that wait for one. */
export class Mails {
  #mails: Mail[] = [];
  #last = 0;
  #waiters = new Set<Waiter>();
  #watchers = new Set<() => void>();

  add(envelope: Envelope, parsed: ParsedMail): Mail {
    const text = parsed.text ?? "";
    const html = parsed.html || "";
    this.#last += 1;
    const mail = {
      id: this.#last,
      at: new Date().toISOString(),
      to: envelope.to.map((address) => address.toLowerCase()),
      from: envelope.from,
      subject: parsed.subject ?? "",
      text,
      html,
      links: linksOf(text, html),
    };
    this.#mails = [...this.#mails, mail].slice(-KEPT);
    for (const waiter of this.#waiters) if (matches(mail, waiter.filter)) waiter.found(mail);
    this.#tell();
    return mail;
  }

  /** Oldest first. */
  list(filter: Filter = {}): Mail[] {
    return this.#mails.filter((mail) => matches(mail, filter));
  }

  find(id: number): Mail | undefined {
    return this.#mails.find((mail) => mail.id === id);
  }

  clear(): number {
    const count = this.#mails.length;
    this.#mails = [];
    this.#tell();
    return count;
  }

  /** The newest that matches: at once, or as soon as it arrives; undefined once `given up`. */
  wait(filter: Filter, givenUp: AbortSignal): Promise<Mail | undefined> {
    const newest = this.list(filter).at(-1);
    if (newest || givenUp.aborted) return Promise.resolve(newest);
    return new Promise((resolve) => {
      const waiter = { filter, found: (mail: Mail) => end(mail) };
      const nothing = () => end(undefined);
      const end = (mail: Mail | undefined) => {
        this.#waiters.delete(waiter);
        givenUp.removeEventListener("abort", nothing);
        resolve(mail);
      };
      this.#waiters.add(waiter);
      givenUp.addEventListener("abort", nothing);
    });
  }

  /** Calls back whenever something came or went; returns how to stop that. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}

function matches(mail: Mail, { to, afterId, afterTime }: Filter): boolean {
  if (to !== undefined && !mail.to.includes(to.toLowerCase())) return false;
  if (afterId !== undefined && mail.id <= afterId) return false;
  return afterTime === undefined || Date.parse(mail.at) > afterTime;
}
