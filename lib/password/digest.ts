import { createHmac } from "node:crypto";

/** Ours, or plain bcrypt imported from elsewhere. */
export type PasswordScheme = "bcrypt-hmac-v1" | "bcrypt";

/** Of every new hash. */
export const CURRENT_SCHEME: PasswordScheme = "bcrypt-hmac-v1";

/**
 * What bcrypt hashes. It reads 72 bytes, so the password goes through a keyed digest of 44 characters first; the key is the pepper
 * (NIST SP 800-63B-4 §3.1.1.2). Imported hashes were made of the password as sent.
 */
export function digestOf(password: string, scheme: PasswordScheme, pepper: string): string {
  if (scheme === "bcrypt") return password;
  return createHmac("sha256", pepper).update(password.normalize("NFKC")).digest("base64");
}
