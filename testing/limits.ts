import { randomBytes } from "node:crypto";
import type { Database } from "./database";
import type { Mine } from "./mine";
import type { Place } from "./place";

/** The network that a test comes from, as the product's limits see it. */
export type Limits = Readonly<{
  /** its range: a /24 (IPv4) or a /64 (IPv6); `unknown` at a deployment */
  network: string;
  /** what says so to the product, on every request; empty where the sender's address itself counts */
  headers: Readonly<Record<string, string>>;
}>;

/** As which a process of the same machine is seen, by IPv4 and by IPv6. */
const THIS_MACHINE = ["127.0.0.0/24", "0:0:0:0::/64"];

/**
 * Where a proxy's word counts (TRUSTED_PROXY_HOPS), each test comes from a network of its own, so that none fills another's
 * limits (RFC 3849: these addresses are nobody's). Elsewhere all tests of this machine share one, and what it did is
 * forgotten before each.
 */
export async function limitsOf(
  { settings }: Place,
  database: Database | null,
  mine: Mine,
): Promise<Limits> {
  const hops = Number(settings.TRUSTED_PROXY_HOPS ?? 0);
  if (hops > 0) {
    const [one, two] = [randomBytes(2), randomBytes(2)].map((bytes) =>
      bytes.readUInt16BE().toString(16),
    );
    const network = `2001:db8:${one}:${two}::/64`;
    mine.addNetwork(network);
    // as if each of those proxies had passed it on
    const chain = Array.from({ length: hops }, () => `2001:db8:${one}:${two}::1`);
    return { network, headers: { "x-forwarded-for": chain.join(", ") } };
  }
  if (database === null) return { network: "unknown", headers: {} };
  for (const range of THIS_MACHINE) mine.addNetwork(range);
  await database.sql(
    // what another worker changes at this moment it forgets itself: none waits for the other
    `DELETE FROM "RangeHit" WHERE id IN (
       SELECT id FROM "RangeHit" WHERE range = ANY ($1) FOR UPDATE SKIP LOCKED)`,
    [THIS_MACHINE],
  );
  return { network: THIS_MACHINE[0] ?? "", headers: {} };
}
