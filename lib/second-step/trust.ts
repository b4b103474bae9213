import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import { newToken, sha256 } from "../secrets";
import { isUuid } from "../uuid";

export type TrustedDevice = {
  id: string;
  device: string;
  network: string | null;
  place: string | null;
  createdAt: Date;
  lastUsedAt: Date;
  expires: Date;
};

type Owner = { id: string; address: Email };

/** What a browser keeps: a secret, in a cookie that has one name a user. */
export type Trust = { name: string; token: string };

/**
 * This browser skips this user's second step for 30 days, however often it is used; it ends with the step that is on now. By a
 * token that did not exist before: one that was planted is worth nothing.
 */
export async function trustDevice(
  { id: userId, address }: Owner,
  client: ClientInfo,
  transaction: Database,
): Promise<Trust | null> {
  const token = newToken();
  const { device, subnet, place, trustedTokens } = client;
  await transaction.trustedDevice.deleteMany({
    where: { userId, tokenHash: { in: trustedTokens.map(sha256) } },
  });
  const trusted = await transaction.$executeRaw`
    insert into "TrustedDevice" ("userId", "totpId", "tokenHash", device, network, place, expires)
    select id, "totpId", ${sha256(token)}, ${device}, ${subnet}, ${place},
      clock_timestamp() + make_interval(secs => ${limits.trustedDeviceSeconds}::int)
    from "User" where id = ${userId}::uuid and "totpId" is not null`;
  if (trusted === 0) return null;
  await recordActivity({ event: "device-trusted", address, userId, client }, transaction);
  return { name: sha256(userId).slice(0, 16), token };
}

export function trustedDevicesOf(userId: string): Promise<TrustedDevice[]> {
  return db().$queryRaw<TrustedDevice[]>`
    select d.id, d.device, d.network, d.place, d."createdAt", d."lastUsedAt", d.expires
    from "TrustedDevice" d join "User" u on u.id = d."userId" and u."totpId" = d."totpId"
    where d."userId" = ${userId}::uuid and d.expires > clock_timestamp()
    order by d."lastUsedAt" desc, d.id`;
}

/** @returns whether it was theirs */
export async function untrustDevice(
  { id: userId, address }: Owner,
  id: string,
  client: ClientInfo,
): Promise<boolean> {
  if (!isUuid(id)) return false;
  const { count } = await db().trustedDevice.deleteMany({ where: { id, userId } });
  if (count > 0) await recordActivity({ event: "device-untrusted", address, userId, client });
  return count > 0;
}

/** In the caller's transaction, under the user's lock. */
export async function endTrust(userId: string, transaction: Database): Promise<void> {
  await transaction.trustedDevice.deleteMany({ where: { userId } });
}
