import { db } from "../database/client";
import type { Email } from "../email";
import type { ActivityEvent } from "./record";

export type ActivityEntry = {
  id: string;
  at: Date;
  event: ActivityEvent;
  method: string | null;
  device: string | null;
  network: string | null;
  place: string | null;
};

/** Which events belong to a user: those of the address before the user existed are not theirs. */
export function eventsOf(owner: { id: string; address: Email; createdAt: Date }) {
  const { id, address, createdAt } = owner;
  return { OR: [{ userId: id }, { address, userId: null, at: { gte: createdAt } }] };
}

/** The events of a user and their address, newest first. @param before an entry's id, to go on after it */
export async function activityOf(
  owner: { id: string; address: Email; createdAt: Date },
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
