import type { Email } from "@/lib/email";
import { singleton } from "@/lib/singleton";
import { createMxLookup, type MxLookup } from "./mx";
import { type InboxKind, providerOfDomain, providerOfMx } from "./providers";
import { senderOf } from "./sender";

export type Inbox = { kind: InboxKind; href: string };

/**
 * The inbox of an address: by its domain, else by the domain's mail servers; null when unknown. Takes a second at most
 * and never throws. @param sender of our mails, to search for
 */
export async function inboxOf(
  address: Email,
  sender: string,
  lookup: MxLookup = singleton("mx", createMxLookup),
): Promise<Inbox | null> {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  const provider = providerOfDomain(domain) ?? providerOfMx(await lookup(domain));
  if (provider === undefined) return null;
  const from = senderOf(sender).address;
  const href = provider.inbox(encodeURIComponent(address), encodeURIComponent(from));
  return { kind: provider.kind, href };
}
