import { createHmac } from "node:crypto";
import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { bcryptCompare, bcryptHash } from "./bcrypt";
import { inHashQueue } from "./queue";

/** Ours, or plain bcrypt imported from elsewhere. */
export type PasswordScheme = "bcrypt-hmac-v1" | "bcrypt";
export type StoredPassword = { hash: string; scheme: PasswordScheme };

const CURRENT: PasswordScheme = "bcrypt-hmac-v1";
const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/** Salt and digest of no password: comparing with it is the same work as with any other. */
const DECOY = "Nothing.was.hashed.to.u.but.it.is.compared.as.any.oth";
/** The costliest hash that this process has met: imported, or older than a lowered cost. */
const costliest = singleton("costliest-hash", () => ({ cost: 0 }));

/** With the configured cost (OWASP ASVS 11.4.2). @throws HashQueueFull */
export async function hashPassword(password: string, subnet?: string): Promise<StoredPassword> {
  const cost = settings().bcryptCost;
  const hash = await inHashQueue(() => bcryptHash(digestOf(password, CURRENT), cost), subnet);
  return { hash, scheme: CURRENT };
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
  const digest = digestOf(password, real?.scheme ?? CURRENT);
  costliest.cost = Math.max(costliest.cost, costOf(hash));
  const same = await inHashQueue(async () => {
    const compared = await bcryptCompare(digest, hash);
    if (!compared) await workUpFrom(costOf(hash));
    return compared;
  }, subnet);
  return same && real !== null;
}

export function isOutdated({ hash, scheme }: StoredPassword): boolean {
  return scheme !== CURRENT || costOf(hash) !== settings().bcryptCost;
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
    await bcryptHash(digestOf("decoy", CURRENT), step);
}

function decoy(): string {
  return `$2b$${settings().bcryptCost}$${DECOY}`;
}

/**
 * bcrypt reads 72 bytes, so the password goes through a keyed digest of 44 characters first; the key is the pepper
 * (NIST SP 800-63B-4 §3.1.1.2). Imported hashes were made of the password as sent.
 */
function digestOf(password: string, scheme: PasswordScheme): string {
  if (scheme === "bcrypt") return password;
  const key = settings().passwordPepper;
  return createHmac("sha256", key).update(password.normalize("NFKC")).digest("base64");
}

function costOf(hash: string): number {
  return Number(hash.split("$")[2]);
}
