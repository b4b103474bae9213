import type { Address } from "../address";
import { db } from "../database/client";
import { notify } from "../notice/notify";
import type { Requester } from "../requester";
import { sha256 } from "../secret";

/**
 * Remembers the browser that a person signed in from, by its own long-lived cookie. One not seen before sends a notice,
 * except at the very first sign-in.
 */
export async function recogniseDevice(
  person: { id: string; address: Address },
  requester: Requester,
): Promise<void> {
  const [seen] = await db().$queryRaw<{ isNew: boolean; isFirst: boolean }[]>`
    with others as (select count(*) as n from "Device" where "userId" = ${person.id}::uuid)
    insert into "Device" ("userId", "deviceHash") values (${person.id}::uuid, ${sha256(requester.browserToken)})
    on conflict ("userId", "deviceHash") do update set "lastUsedAt" = clock_timestamp()
    returning xmax = 0 as "isNew", (select n = 0 from others) as "isFirst"`;
  if (seen?.isNew && !seen.isFirst) await notify("new-device", person.address, requester);
}
