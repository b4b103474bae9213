import { randomBytes } from "node:crypto";
import { nameOfKey, sealBy } from "../secrets";

/** As it lies in a row, by a key that `sealedBy` names. */
export type SealedSecret = { secret: string; sealedBy: string };

/** 160 random bits, as many as HMAC-SHA-1 takes in (RFC 4226 §4 R6). */
export const newSecret = (): Buffer => randomBytes(20);

/** What a secret is sealed for: copied to another person's row it opens nothing. @param session of one whose step is not on yet */
export const purposeOf = (userId: string, session?: string) =>
  session === undefined ? `totp ${userId}` : `totp ${userId} begun in ${session}`;

/** @param key NEXTAUTH_SECRET */
export async function sealSecretBy(
  key: string,
  userId: string,
  secret: Buffer,
  session?: string,
): Promise<SealedSecret> {
  const sealed = await sealBy(key, purposeOf(userId, session), secret.toString("hex"));
  return { secret: sealed, sealedBy: nameOfKey(key) };
}
