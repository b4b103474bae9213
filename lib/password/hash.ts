import { createHmac } from "node:crypto";
import { settings } from "../settings";
import { bcryptCompare, bcryptHash } from "./bcrypt";
import { inHashQueue } from "./queue";

/** Which way a stored hash was made: ours, or a plain bcrypt one that came from elsewhere. */
export type PasswordScheme = "bcrypt-hmac-v1" | "bcrypt";
export type StoredPassword = { hash: string; scheme: PasswordScheme };

const CURRENT: PasswordScheme = "bcrypt-hmac-v1";
const decoys = new Map<number, Promise<string>>();

/**
 * Hashes a password with the configured cost (OWASP ASVS 11.4.2).
 * @throws HashQueueFull when too many wait already
 */
export async function hashPassword(password: string): Promise<StoredPassword> {
  const cost = settings().bcryptCost;
  const hash = await inHashQueue(() => bcryptHash(digestOf(password, CURRENT), cost));
  return { hash, scheme: CURRENT };
}

/**
 * Compares a password with a stored hash, or, where there is none, with a decoy of the configured cost: the same work
 * whether or not there is an account (OWASP ASVS 6.3.8).
 * @throws HashQueueFull when too many wait already
 */
export async function verifyPassword(
  password: string,
  stored: StoredPassword | null,
): Promise<boolean> {
  const hash = stored?.hash ?? (await decoy());
  const digest = digestOf(password, stored?.scheme ?? CURRENT);
  const same = await inHashQueue(() => bcryptCompare(digest, hash));
  return same && stored !== null;
}

/** Whether a stored hash is of another scheme or cost than the ones in force. */
export function isOutdated({ hash, scheme }: StoredPassword): boolean {
  return scheme !== CURRENT || costOf(hash) !== settings().bcryptCost;
}

/** Makes the decoy ahead, so that the first unknown address is answered as fast as the second. */
export async function warmDecoy(): Promise<void> {
  await decoy();
}

function decoy(): Promise<string> {
  const cost = settings().bcryptCost;
  const made = decoys.get(cost) ?? bcryptHash(digestOf("decoy", CURRENT), cost);
  decoys.set(cost, made);
  return made;
}

/**
 * What bcrypt gets. It stops reading at 72 bytes, so the whole password goes through a keyed digest first, which is 44
 * characters long whatever was typed; the key is the pepper (NIST SP 800-63B-4 §3.1.1.2).
 */
function digestOf(password: string, scheme: PasswordScheme): string {
  const normalised = password.normalize("NFKC");
  if (scheme === "bcrypt") return normalised;
  return createHmac("sha256", settings().passwordPepper).update(normalised).digest("base64");
}

function costOf(hash: string): number {
  return Number(hash.split("$")[2]);
}
