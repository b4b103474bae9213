import { Resolver } from "node:dns/promises";
import { domainToASCII } from "node:url";
import { LRUCache } from "lru-cache";

const TIMEOUT_MS = 1_000;
const KEPT_MS = 60 * 60_000;
const FAILURE_KEPT_MS = 60_000;
const MOST_DOMAINS = 1_000;

// RFC 6761 and 2606: names without a mail server
const NOBODYS = /(^|\.)(test|example|invalid|localhost|local)$|(^|\.)example\.(com|net|org)$/;

type Options = { servers?: string[]; wait?: number };

/** A domain's mail servers, the preferred one first; empty when unknown in time. */
export type MxLookup = (domain: string) => Promise<string[]>;

/** A lookup that never fails or exceeds `wait`. Its cache is bounded, since clients choose the domains. */
export function createMxLookup({ servers, wait = TIMEOUT_MS }: Options = {}): MxLookup {
  const cache = new LRUCache<string, Promise<string[]>>({
    max: MOST_DOMAINS,
    ttl: FAILURE_KEPT_MS,
  });

  return (domain) => {
    const name = domainToASCII(domain);
    if (name === "" || NOBODYS.test(name)) return Promise.resolve([]);
    const known = cache.get(name);
    if (known) return known;
    const asked = ask(name, servers, wait).then((hosts) => {
      if (hosts.length > 0) cache.set(name, asked, { ttl: KEPT_MS });
      return hosts;
    });
    cache.set(name, asked);
    return asked;
  };
}

async function ask(name: string, servers: string[] | undefined, wait: number): Promise<string[]> {
  // its own resolver, so that `cancel` ends this question alone
  const resolver = new Resolver({ timeout: wait, tries: 1 });
  if (servers) resolver.setServers(servers);
  // the resolver's own timeout counts for each server, this one for all
  const deadline = setTimeout(() => resolver.cancel(), wait);
  try {
    const records = await resolver.resolveMx(name);
    return records
      .toSorted((a, b) => a.priority - b.priority)
      .map(({ exchange }) => exchange.toLowerCase().replace(/\.$/, ""));
  } catch {
    return [];
  } finally {
    clearTimeout(deadline);
  }
}
