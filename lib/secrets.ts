import { createHash, hash, hkdfSync, randomFillSync, timingSafeEqual } from "node:crypto";
import { CompactEncrypt } from "jose";

// What needs no setting; `crypto.ts` has the rest.

const TOKEN_BYTES = 32;
/** Random bytes for the next tokens: the system is asked once for many, since each time costs more than the rest of a token. */
const store = Buffer.alloc(128 * TOKEN_BYTES);
let drawn = store.length;
const TOKEN = /^[\w-]{43}$/;

/** 256 random bits, as base64url: a link's token, a session's, a browser's (NIST SP 800-63B-4 §5.1). */
export function newToken(): string {
  if (drawn === store.length) {
    randomFillSync(store);
    drawn = 0;
  }
  const from = drawn;
  drawn += TOKEN_BYTES;
  const token = store.toString("base64url", from, drawn);
  // it is nowhere but with who asked for it
  store.fill(0, from, drawn);
  return token;
}

export function isToken(value: unknown): value is string {
  return typeof value === "string" && TOKEN.test(value);
}

/** SHA-256 in hex: enough for a token of 256 random bits (OWASP ASVS 6.5.2). */
export function sha256(value: string): string {
  return hash("sha256", value);
}

/** Compares in constant time. */
export function sameSecret(one: string, other: string): boolean {
  return timingSafeEqual(
    createHash("sha256").update(one).digest(),
    createHash("sha256").update(other).digest(),
  );
}

/** The key of one use. @param secret NEXTAUTH_SECRET */
export function keyOf(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "ingreso", use, 32));
}

/** Encrypts (JWE, AES-256-GCM). @param use a value sealed for one use does not open for another */
export async function sealBy(secret: string, use: string, value: unknown): Promise<string> {
  return new CompactEncrypt(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(keyOf(secret, use));
}

/** Names the key that `sealBy` uses, and tells nothing of it: what lies in a row is sealed anew after a rotation. */
export function nameOfKey(secret: string): string {
  return Buffer.from(keyOf(secret, "name of this key")).toString("hex", 0, 8);
}
