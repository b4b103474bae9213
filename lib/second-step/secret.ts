import { randomBytes } from "node:crypto";
import { z } from "zod";
import { seal, sealingKey, unseal } from "../crypto";
import { log } from "../log/log";
import { singleton } from "../singleton";

/** As it lies in a row: sealed for one person, by a key that `sealedBy` names. */
export type SealedSecret = { secret: string; sealedBy: string };

/** 160 random bits, as many as HMAC-SHA-1 takes in (RFC 4226 §4 R6). */
export const newSecret = (): Buffer => randomBytes(20);

/** For this person alone: copied to another one's row it opens nothing. */
export async function sealSecret(userId: string, secret: Buffer): Promise<SealedSecret> {
  return { secret: await seal(purposeOf(userId), secret.toString("hex")), sealedBy: sealingKey() };
}

/** @returns null when neither this NEXTAUTH_SECRET nor the one before opens it, which the log says once a key */
export async function openSecret(userId: string, sealed: SealedSecret): Promise<Buffer | null> {
  const hex = await unseal(purposeOf(userId), sealed.secret, z.hex());
  if (hex !== null) return Buffer.from(hex, "hex");
  const said = singleton("secrets that no key opens", () => new Set<string>());
  if (!said.has(sealed.sealedBy))
    log.error(
      { fault: "SecretUnopened", sealedBy: sealed.sealedBy },
      "second step: no key opens its secret",
    );
  said.add(sealed.sealedBy);
  return null;
}

const purposeOf = (userId: string) => `totp ${userId}`;
