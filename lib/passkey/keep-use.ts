import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import type { Used } from "./verify";

type Using = {
  passkeyId: string;
  owner: { id: string; address: Email };
  used: Used;
  /** its row in the subnet's window, which goes: it was no wrong try */
  hit: bigint;
};

/**
 * One statement. A counter that does not go on may be a copy's, or an authenticator that counts anew: the owner is told, and nobody is
 * refused (WebAuthn L3 §6.1.1).
 * @returns whether the passkey is still there
 */
export async function keepUse(
  { passkeyId, owner, used, hit }: Using,
  { device, subnet, place }: ClientInfo,
  database: Database = db(),
): Promise<boolean> {
  const { counter, backedUp } = used;
  const [row] = await database.$queryRaw<{ kept: boolean }[]>`
    with before as materialized (
      select id, counter from "Passkey"
      where id = ${passkeyId}::uuid and "userId" = ${owner.id}::uuid for update),
    used as (
      update "Passkey" p set counter = ${counter}::bigint, "backedUp" = ${backedUp}, "lastUsedAt" = clock_timestamp()
      from before where p.id = before.id),
    uncounted as (delete from "RangeHit" where id = ${hit} and exists (select from before)),
    written as (
      insert into "Activity" (event, address, "userId", device, network, place)
      select 'passkey-counter', ${owner.address}, ${owner.id}::uuid, ${device}, ${subnet}, ${place} from before
      where counter >= ${counter}::bigint and (counter > 0 or ${counter}::bigint > 0))
    select exists (select from before) as kept`;
  return row?.kept ?? false;
}
