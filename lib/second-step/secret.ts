import * as z from "zod";
import { settings } from "../config/settings";
import { sealingKey, unseal } from "../crypto";
import { db } from "../database/client";
import { log } from "../log/log";
import { singleton } from "../singleton";
import { purposeOf, type SealedSecret, sealSecretBy } from "./sealed";

/**
 * For this person alone: copied to another one's row it opens nothing.
 * @param session of a secret whose step is not on yet: nobody else who is signed in to the account gets to know it
 */
export function sealSecret(
  userId: string,
  secret: Buffer,
  session?: string,
): Promise<SealedSecret> {
  return sealSecretBy(settings().secret, userId, secret, session);
}

/** @returns null when neither this NEXTAUTH_SECRET nor the one before opens it, for this person or session */
export async function unsealSecret(
  userId: string,
  { secret }: SealedSecret,
  session?: string,
): Promise<Buffer | null> {
  const hex = await unseal(purposeOf(userId, session), secret, z.hex());
  return hex === null ? null : Buffer.from(hex, "hex");
}

/** Of a step that is on. One that does not open is a fault, which the log says once a key. */
export async function openSecret(userId: string, sealed: SealedSecret): Promise<Buffer | null> {
  const secret = await unsealSecret(userId, sealed);
  const said = singleton("secrets that no key opens", () => new Set<string>());
  const { sealedBy } = sealed;
  if (secret === null && !said.has(sealedBy)) {
    said.add(sealedBy);
    log.error({ fault: "SecretUnopened", sealedBy }, "second step: no key opens its secret");
  }
  return secret;
}

/**
 * After a rotation: seals anew what the secret before had sealed, so that the next rotation loses nobody. What no key opens
 * stays as it is.
 * @param budget milliseconds, after which it ends; the next run continues
 * @returns how many
 */
export async function sealAnew(budget = 4000): Promise<number> {
  const deadline = performance.now() + budget;
  let after = "00000000-0000-0000-0000-000000000000";
  let anew = 0;
  while (performance.now() < deadline) {
    const rows = await db().$queryRaw<(SealedSecret & { userId: string })[]>`
      select "userId", secret, "sealedBy" from "Totp"
      where "userId" > ${after}::uuid and "sealedBy" <> ${sealingKey()} and "confirmedAt" is not null
      order by "userId" limit 100`;
    for (const row of rows) {
      after = row.userId;
      const opened = await unsealSecret(row.userId, row);
      if (opened === null) continue;
      const { secret, sealedBy } = await sealSecret(row.userId, opened);
      anew += await db().$executeRaw`
        update "Totp" set secret = ${secret}, "sealedBy" = ${sealedBy}
        where "userId" = ${row.userId}::uuid and secret = ${row.secret}`;
    }
    if (rows.length === 0) break;
  }
  return anew;
}
