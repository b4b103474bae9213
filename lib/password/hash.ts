import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { bcryptCompare, bcryptHash } from "./bcrypt";
import { CURRENT_SCHEME, digestOf, type PasswordScheme } from "./digest";
import { inHashQueue } from "./queue";

export type StoredPassword = { hash: string; scheme: PasswordScheme };

const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/** Salt and digest of no password: comparing with it is the same work as with any other. */
const DECOY = "Nothing.was.hashed.to.u.but.it.is.compared.as.any.oth";
/** The costliest hash that this process has met: imported, or older than a lowered cost. */
const costliest = singleton("costliest-hash", () => ({ cost: 0 }));

/** With the configured cost (OWASP ASVS 11.4.2). @throws HashQueueFull */
export async function hashPassword(password: string, subnet?: string): Promise<StoredPassword> {
  const cost = settings().bcryptCost;
  const hash = await inHashQueue(() => bcryptHash(digest(password, CURRENT_SCHEME), cost), subnet);
  return { hash, scheme: CURRENT_SCHEME };
}

/**
 * Without a stored hash a decoy makes the same work (OWASP ASVS 6.3.8).
 * @throws HashQueueFull
 */
export async function verifyPassword(
  password: string,
  stored: StoredPassword | null,
  subnet?: string,
): Promise<boolean> {
  const real = stored && BCRYPT.test(stored.hash) ? stored : null;
  const hash = real?.hash ?? decoy();
  const digested = digest(password, real?.scheme ?? CURRENT_SCHEME);
  costliest.cost = Math.max(costliest.cost, costOf(hash));
  const same = await inHashQueue(async () => {
    const compared = await bcryptCompare(digested, hash);
    if (!compared) await workUpFrom(costOf(hash));
    return compared;
  }, subnet);
  return same && real !== null;
}

export function isOutdated({ hash, scheme }: StoredPassword): boolean {
  return scheme !== CURRENT_SCHEME || costOf(hash) !== settings().bcryptCost;
}

/** An imported hash covers the first 72 bytes alone, all that bcrypt reads: any tail fits. */
export function isCut(password: string, { scheme }: StoredPassword): boolean {
  return scheme === "bcrypt" && Buffer.byteLength(password) > 72;
}

export async function warmHashing(): Promise<void> {
  await bcryptCompare("", decoy());
}

/**
 * A wrong attempt at a cheaper hash would be answered sooner, which reveals a user. Each cost is twice the one below:
 * that cost once more and every one between make up the difference.
 */
async function workUpFrom(cost: number): Promise<void> {
  for (let step = cost; step < costliest.cost; step += 1)
    await bcryptHash(digest("decoy", CURRENT_SCHEME), step);
}

function decoy(): string {
  return `$2b$${settings().bcryptCost}$${DECOY}`;
}

const digest = (password: string, scheme: PasswordScheme) =>
  digestOf(password, scheme, settings().passwordPepper);

function costOf(hash: string): number {
  return Number(hash.split("$")[2]);
}
