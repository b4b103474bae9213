/** One mail as the inbox tells it. */
export type Mail = {
  id: number;
  at: string;
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  links: string[];
};

/** What the mail server can be told to do wrong. */
export type MailFault = {
  mode: "none" | "refuse" | "reject-recipient" | "reject-data" | "slow" | "hang" | "drop";
  code?: number;
  ms?: number;
};

const WAIT_MS = 10_000;

/** The inbox of the local services, as a program sees it. */
export class Inbox {
  /** @param origin of its web page */
  constructor(readonly origin: string) {}

  /** The newest mail to `address`, once there is one. @param after id of a mail that is known already */
  async wait(address: string, after = 0): Promise<Mail> {
    const query = new URLSearchParams({ to: address, after: `${after}`, ms: `${WAIT_MS}` });
    const response = await fetch(`${this.origin}/api/wait?${query}`);
    if (!response.ok) throw new Error(`no mail to ${address} within ${WAIT_MS} ms`);
    return (await response.json()) as Mail;
  }

  /** The first mail to `address` with a magic link that comes because of `ask`, whatever else comes meanwhile. */
  async linkAfter(address: string, ask: () => Promise<void>): Promise<Mail> {
    let known = (await this.mails(address)).at(-1)?.id;
    await ask();
    for (;;) {
      const mail = await this.wait(address, known);
      if (mail.links.some((link) => new URL(link).pathname === "/login/link")) return mail;
      known = mail.id;
    }
  }

  /** What has come to `address` so far, oldest first. */
  async mails(address: string): Promise<Mail[]> {
    const response = await fetch(
      `${this.origin}/api/mails?${new URLSearchParams({ to: address })}`,
    );
    return (await response.json()) as Mail[];
  }

  /** Everything that has come, to whomever. */
  async all(): Promise<Mail[]> {
    return (await (await fetch(`${this.origin}/api/mails`)).json()) as Mail[];
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
