import { parseEmail } from "@/lib/email";
import { freshAddress } from "../address";
import type { Mine } from "../mine";
import type { Mail, Mails } from "./inbox";

/** Whose mail: an address, or a person by theirs. */
export type Recipient = string | { email: string };

/** A mail with what a person looks for in it. */
export type ReceivedMail = Mail & {
  /** The one link that carries a token. @throws NotInMail */
  readonly link: string;
  /** The six digits, without the space between them. @throws NotInMail */
  readonly code: string;
};

/** Nothing came in time, or nothing that was asked for. */
export class NoMail extends Error {
  override readonly name = "NoMail";
}

/** A mail has no such link, or no code. */
export class NotInMail extends Error {
  override readonly name = "NotInMail";
}

const WAIT_MS = 10_000;

/** The mailboxes of one test: it sees mails to addresses that it knows, and never all of them. */
export class Mailbox {
  readonly #taken = new Set<Mail["id"]>();

  /**
   * @param since milliseconds: what came earlier to an address that others use too is not this test's
   * @param address of this test alone, which nobody has used
   */
  constructor(
    private readonly source: Mails,
    private readonly mine: Mine,
    private readonly since: number,
    readonly address = freshAddress(),
  ) {
    mine.addAddress(address);
  }

  /**
   * The oldest mail that this test has not taken yet; waits up to ten seconds for it.
   * @param to without it: to any address of this test
   * @param wanted `subject`: a part of it, or a pattern; other mails stay for later
   * @throws NoMail
   */
  async next(to?: Recipient, wanted: { subject?: string | RegExp } = {}): Promise<ReceivedMail> {
    const { subject } = wanted;
    const about = subject === undefined ? "" : ` about ${subject}`;
    return this.#next(this.#known(to), (mail) => isAbout(mail, subject), about);
  }

  /**
   * The magic link, and its code, that comes because of `ask`; what else comes meanwhile stays for later.
   * @throws NoMail
   */
  async magicLink(to: Recipient, ask: () => Promise<void>): Promise<ReceivedMail> {
    const before = new Set((await this.all(to)).map(({ id }) => id));
    await ask();
    const isIt = ({ id, links }: Mail) =>
      !before.has(id) &&
      links.some((link) => URL.canParse(link) && new URL(link).pathname === "/login/link");
    return this.#next(this.#known(to), isIt, " with a magic link");
  }

  async #next(
    addresses: string[],
    isWanted: (mail: Mail) => boolean,
    about: string,
  ): Promise<ReceivedMail> {
    const until = performance.now() + WAIT_MS;
    for (;;) {
      const come = await Promise.all(addresses.map((address) => this.source.mails(address)));
      const mail = this.#ofTest(come.flat()).find(
        (one) => !this.#taken.has(one.id) && isWanted(one),
      );
      if (mail) {
        this.#taken.add(mail.id);
        return received(mail);
      }
      const ms = Math.floor(until - performance.now());
      if (ms <= 0) throw new NoMail(nothingCame(addresses, about, come.flat()));
      await this.#arrival(addresses, come, ms);
    }
  }

  /** What has come so far, oldest first, taken or not. @param to without it: to any address of this test */
  async all(to?: Recipient): Promise<ReceivedMail[]> {
    const addresses = this.#known(to);
    const come = await Promise.all(addresses.map((address) => this.source.mails(address)));
    return this.#ofTest(come.flat()).map(received);
  }

  #known(to: Recipient | undefined): string[] {
    if (to === undefined) return this.mine.addresses;
    const address = typeof to === "string" ? to : to.email;
    if (!parseEmail(address).ok) throw new NoMail(`"${address}" is no address`);
    this.mine.nameAddress(address);
    return [address];
  }

  #ofTest(mails: Mail[]): Mail[] {
    const once = new Map(mails.map((mail) => [mail.id, mail]));
    return [...once.values()]
      .filter(({ at }) => Date.parse(at) >= this.since)
      .toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  }

  /** The first of those addresses that gets something ends the waiting at the others. */
  async #arrival(addresses: string[], come: Mail[][], ms: number): Promise<void> {
    const first = new AbortController();
    const waits = addresses.map((address, at) =>
      this.source.arrival(address, come[at] ?? [], ms, first.signal),
    );
    try {
      await Promise.race(waits);
    } finally {
      first.abort();
      await Promise.allSettled(waits);
    }
  }
}

function received(mail: Mail): ReceivedMail {
  // not enumerable: who prints or compares a mail asks for neither
  return Object.defineProperties({ ...mail } as ReceivedMail, {
    link: { get: () => linkOf(mail) },
    code: { get: () => codeOf(mail) },
  });
}

function linkOf({ links, subject, to }: Mail): string {
  const link = links.find((one) => URL.canParse(one) && new URL(one).searchParams.has("token"));
  if (link === undefined) throw new NotInMail(`"${subject}" to ${to} has no link with a token`);
  return link;
}

function codeOf({ text, subject, to }: Mail): string {
  const [, first, second] = /^(\d{3}) ?(\d{3})\s*$/m.exec(text) ?? [];
  if (second === undefined) throw new NotInMail(`"${subject}" to ${to} has no code`);
  return `${first}${second}`;
}

function isAbout({ subject }: Mail, wanted: string | RegExp | undefined): boolean {
  if (wanted === undefined) return true;
  return typeof wanted === "string" ? subject.includes(wanted) : subject.search(wanted) >= 0;
}

function nothingCame(addresses: string[], about: string, come: Mail[]): string {
  const others = come.map((mail) => `"${mail.subject}"`).join(", ") || "nothing";
  return `no new mail to ${addresses.join(" or ")}${about} within ${WAIT_MS} ms; there is ${others}`;
}
