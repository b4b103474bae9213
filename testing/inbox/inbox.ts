import type { Mail as Told } from "@/local/inbox/mail";
import { type Ask, asker } from "./ask";

/** One mail as an inbox tells it; a Mailpit names mails by words. */
export type Mail = Omit<Told, "id"> & { id: number | string };

/** What the mail server can be told to do wrong. */
export type MailFault = {
  mode: "none" | "refuse" | "reject-recipient" | "reject-data" | "slow" | "hang" | "drop";
  code?: number;
  ms?: number;
};

/** Where mails can be read. */
export interface Mails {
  /** What has come to `address` so far, oldest first. */
  mails(address: string): Promise<Mail[]>;
  /** Waits until `address` has a mail beside the `known` ones, or until the signal. @param ms at most */
  arrival(address: string, known: Mail[], ms: number, signal: AbortSignal): Promise<void>;
}

const WAIT_MS = 10_000;

/** The inbox of the local services, as a program sees it. */
export class Inbox implements Mails {
  readonly #ask: Ask;

  /** @param origin of its web page */
  constructor(readonly origin: string) {
    this.#ask = asker(origin);
  }

  /** The newest mail to `address`, once there is one. @param after id of a mail that is known already */
  async wait(address: string, after: Mail["id"] = 0): Promise<Mail> {
    const query = new URLSearchParams({ to: address, after: `${after}`, ms: `${WAIT_MS}` });
    const response = await this.#ask(`/api/wait?${query}`);
    if (!response.ok) throw new Error(`no mail to ${address} within ${WAIT_MS} ms`);
    return (await response.json()) as Mail;
  }

  /** What has come to `address` so far, oldest first. */
  async mails(address: string): Promise<Mail[]> {
    const response = await this.#ask(`/api/mails?${new URLSearchParams({ to: address })}`);
    return (await response.json()) as Mail[];
  }

  /** The server holds the answer back until there is one: nobody asks twice. */
  async arrival(address: string, known: Mail[], ms: number, signal: AbortSignal): Promise<void> {
    const after = known.at(-1)?.id ?? 0;
    const query = new URLSearchParams({ to: address, after: `${after}`, ms: `${ms}` });
    const response = await this.#ask(`/api/wait?${query}`, { signal });
    const said = await response.text();
    if (!response.ok && response.status !== 404) throw new Error(`the inbox answered: ${said}`);
  }

  /** Everything that has come, to whomever. */
  async all(): Promise<Mail[]> {
    return (await (await this.#ask("/api/mails")).json()) as Mail[];
  }

  /** Makes the mail server fail that way, until told otherwise. */
  async fault(fault: MailFault): Promise<void> {
    await post(`${this.origin}/api/fault`, fault);
  }
}

/** @throws when the local service does not take it */
export async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${url} answered ${response.status}: ${await response.text()}`);
  return await response.json();
}
