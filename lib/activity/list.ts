import { db } from "../database/client";
import type { Email } from "../email";
import type { ActivityEvent } from "./record";

/** `emailVerified`: since when the address is theirs. */
type Owner = { id: string; address: Email; emailVerified: Date };

export type ActivityEntry = {
  id: string;
  at: Date;
  event: ActivityEvent;
  method: string | null;
  device: string | null;
  network: string | null;
  place: string | null;
};

/** Which events belong to a user: those of the address before it was theirs are not. */
export function eventsOf(owner: Owner) {
  const { id, address, emailVerified } = owner;
  return { OR: [{ userId: id }, { address, userId: null, at: { gte: emailVerified } }] };
}

/** The events of a user and their address, newest first. @param before an entry's id, to go on after it */
export async function activityOf(
  owner: Owner,
  most: number,
  before?: bigint,
): Promise<{ entries: ActivityEntry[]; more: boolean }> {
  const rows = await db().activity.findMany({
    where: {
      ...eventsOf(owner),
      ...(before !== undefined && { id: { lt: before } }),
    },
    orderBy: { id: "desc" },
    take: most + 1,
    select: {
      id: true,
      at: true,
      event: true,
      method: true,
      device: true,
      network: true,
      place: true,
    },
  });
  const entries = rows.slice(0, most).map((row) => ({
    ...row,
    id: String(row.id),
    event: row.event as ActivityEvent,
  }));
  return { entries, more: rows.length > most };
}
