import {
  createHash,
  createHmac,
  hash,
  hkdfSync,
  randomFillSync,
  timingSafeEqual,
} from "node:crypto";
import { CompactEncrypt, compactDecrypt } from "jose";
import type { z } from "zod";
import { settings } from "./config/settings";

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

/** Encrypts a cookie's value (JWE, AES-256-GCM). @param use a value sealed for one use does not open for another */
export async function seal(use: string, value: unknown): Promise<string> {
  return new CompactEncrypt(Buffer.from(JSON.stringify(value)))
    .setProtectedHeader({ alg: "dir", enc: "A256GCM" })
    .encrypt(keyOf(settings().secret, use));
}

/** Opens a sealed value, also of the secret before a rotation; null when it is damaged, foreign or of another use. */
export async function unseal<T>(
  use: string,
  sealed: string | undefined,
  shape: z.ZodType<T>,
): Promise<T | null> {
  if (!sealed) return null;
  const { secret, previousSecret } = settings();
  for (const key of [secret, previousSecret]) {
    if (key === null) continue;
    try {
      const { plaintext } = await compactDecrypt(sealed, keyOf(key, use));
      return shape.safeParse(JSON.parse(Buffer.from(plaintext).toString())).data ?? null;
    } catch {
      // not closed with this secret
    }
  }
  return null;
}

/** Names the key that `seal` uses now, and tells nothing of it: what lies in a row is sealed anew after a rotation. */
export function sealingKey(): string {
  return Buffer.from(keyOf(settings().secret, "name of this key")).toString("hex", 0, 8);
}

/** HMAC-SHA-256: 32 bytes that nobody else can make. @param use what is said for one use is not believed for another */
export function macOf(use: string, value: string): Buffer {
  return macBy(settings().secret, use, value);
}

/** In constant time, also of the secret before a rotation. */
export function isMacOf(use: string, value: string, given: Buffer): boolean {
  const { secret, previousSecret } = settings();
  return [secret, previousSecret].some((key) => {
    if (key === null) return false;
    const ours = macBy(key, use, value);
    return ours.length === given.length && timingSafeEqual(ours, given);
  });
}

const macBy = (secret: string, use: string, value: string): Buffer =>
  createHmac("sha256", keyOf(secret, use)).update(value).digest();

function keyOf(secret: string, use: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "ingreso", use, 32));
}
