import { createHmac } from "node:crypto";
import { settings } from "../config/settings";
import { singleton } from "../singleton";
import { bcryptCompare, bcryptHash } from "./bcrypt";
import { inHashQueue } from "./queue";

/** Which way a stored hash was made: ours, or a plain bcrypt one that came from elsewhere. */
export type PasswordScheme = "bcrypt-hmac-v1" | "bcrypt";
export type StoredPassword = { hash: string; scheme: PasswordScheme };

const CURRENT: PasswordScheme = "bcrypt-hmac-v1";
const BCRYPT = /^\$2[aby]\$\d\d\$[./A-Za-z0-9]{53}$/;

/** Salt and digest of a hash that nothing was hashed to: comparing with it is the same work as with any other. */
const DECOY = "Nothing.was.hashed.to.u.but.it.is.compared.as.any.oth";
/** The costliest hash that this process has met: from elsewhere, or of before the cost was lowered. */
const costliest = singleton("costliest-hash", () => ({ cost: 0 }));

/**
 * Hashes a password with the configured cost (OWASP ASVS 11.4.2).
 * @param range the network range that asks for it
 * @throws HashQueueFull when too many wait already
 */
export async function hashPassword(password: string, range?: string): Promise<StoredPassword> {
  const cost = settings().bcryptCost;
  const hash = await inHashQueue(() => bcryptHash(digestOf(password, CURRENT), cost), range);
  return { hash, scheme: CURRENT };
}

/**
 * Compares a password with a stored hash, or, where there is none, with a decoy of the configured cost: the same work
 * whether or not there is an account (OWASP ASVS 6.3.8).
 * @param range the network range that asks for it
 * @throws HashQueueFull when too many wait already
 */
export async function verifyPassword(
  password: string,
  stored: StoredPassword | null,
  range?: string,
): Promise<boolean> {
  const real = stored && BCRYPT.test(stored.hash) ? stored : null;
  const hash = real?.hash ?? decoy();
  const digest = digestOf(password, real?.scheme ?? CURRENT);
  costliest.cost = Math.max(costliest.cost, costOf(hash));
  const same = await inHashQueue(async () => {
    const compared = await bcryptCompare(digest, hash);
    if (!compared) await workUpFrom(costOf(hash));
    return compared;
  }, range);
  return same && real !== null;
}

/** Whether a stored hash is of another scheme or cost than the ones in force. */
export function isOutdated({ hash, scheme }: StoredPassword): boolean {
  return scheme !== CURRENT || costOf(hash) !== settings().bcryptCost;
}

/** Whether a hash from elsewhere is of the beginning of this password alone: bcrypt reads 72 bytes, and any tail fits. */
export function isCut(password: string, { scheme }: StoredPassword): boolean {
  return scheme === "bcrypt" && Buffer.byteLength(password) > 72;
}

/** Starts a thread ahead, so that the first who wants in is answered as fast as the second. */
export async function warmHashing(): Promise<void> {
  await bcryptCompare("", decoy());
}

/**
 * A wrong try at a cheaper hash would be answered sooner than one at a costlier one, which would say that there is an
 * account. Each cost is twice the work of the one below, so that cost once more and every one between make up for what
 * is missing.
 */
async function workUpFrom(cost: number): Promise<void> {
  for (let step = cost; step < costliest.cost; step += 1)
    await bcryptHash(digestOf("decoy", CURRENT), step);
}

function decoy(): string {
  return `$2b$${settings().bcryptCost}$${DECOY}`;
}

/**
 * What bcrypt gets. It stops reading at 72 bytes, so the whole password goes through a keyed digest first, which is 44
 * characters long whatever was typed; the key is the pepper (NIST SP 800-63B-4 §3.1.1.2). A hash from elsewhere was made
 * of what the browser sent, as it came.
 */
function digestOf(password: string, scheme: PasswordScheme): string {
  if (scheme === "bcrypt") return password;
  const key = settings().passwordPepper;
  return createHmac("sha256", key).update(password.normalize("NFKC")).digest("base64");
}

function costOf(hash: string): number {
  return Number(hash.split("$")[2]);
}
