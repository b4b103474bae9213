import { freshAddress } from "../address";
import { NoPlace } from "../place";
import { asker } from "./ask";
import { Inbox, type Mails } from "./inbox";
import { Mailpit } from "./mailpit";

/**
 * Finds out which inbox answers at an address, by asking for the mails of somebody who has none: the one of the local
 * services, or a Mailpit.
 * @throws NoPlace where neither does
 */
export async function inboxAt(address: string): Promise<Mails> {
  const ask = asker(address);
  const { host } = new URL(address);
  const nobody = freshAddress();
  const statuses: number[] = [];
  async function answer(path: string, query: Record<string, string>) {
    const response = await ask(`${path}?${new URLSearchParams(query)}`).catch((fault: Error) => {
      throw new NoPlace(`INBOX_URL: nothing answers at ${host}`, { cause: fault });
    });
    statuses.push(response.status);
    return response.ok ? response.json().catch(() => undefined) : undefined;
  }
  if (Array.isArray(await answer("/api/mails", { to: nobody }))) return new Inbox(address);
  const found = await answer("/api/v1/search", { query: `to:"${nobody}"` });
  if (Array.isArray(found?.messages)) return new Mailpit(address);
  const answered = statuses.join(" and ");
  throw new NoPlace(
    `INBOX_URL: at ${host} is neither the local inbox nor a Mailpit that can be read (it answered ${answered})`,
  );
}
