import { Resolver } from "node:dns/promises";
import { domainToASCII } from "node:url";
import { LRUCache } from "lru-cache";

/** Milliseconds a page may wait for the lookup, and the two answers' time in the cache. */
const TIMEOUT_MS = 1_000;
const KEPT_MS = 60 * 60_000;
const FAILURE_KEPT_MS = 60_000;
const MOST_DOMAINS = 1_000;

// RFC 6761 and 2606: names that no mail server has.
const NOBODYS = /(^|\.)(test|example|invalid|localhost|local)$|(^|\.)example\.(com|net|org)$/;

type Options = { servers?: string[]; wait?: number };

/** The mail servers of a domain, the preferred one first; empty when they cannot be known in time. */
export type MxLookup = (domain: string) => Promise<string[]>;

/**
 * A lookup with its own cache, asked at the system's DNS servers (or at `servers`).
 *
 * It never fails and never takes longer than a second: it only makes a button better. The cache is
 * bounded, since the domains come from whoever types them.
 */
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
  // A resolver of its own, so that giving up cancels this question and no other.
  const resolver = new Resolver({ timeout: wait, tries: 1 });
  if (servers) resolver.setServers(servers);
  // The resolver's own time counts for each server; this one for all of them.
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
