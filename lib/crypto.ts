import { createHmac, timingSafeEqual } from "node:crypto";
import { compactDecrypt } from "jose";
import type * as z from "zod";
import { settings } from "./config/settings";
import { keyOf, nameOfKey, sealBy } from "./secrets";

/** Encrypts a cookie's value, or a row's. @param use a value sealed for one use does not open for another */
export function seal(use: string, value: unknown): Promise<string> {
  return sealBy(settings().secret, use, value);
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

/** The name of the key that `seal` uses now. */
export const sealingKey = (): string => nameOfKey(settings().secret);

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
