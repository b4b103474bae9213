import { db } from "../database/client";
import type { Email } from "../email";
import type { ActivityEvent } from "./record";

/** Something that happened, as the owner of the account sees it. */
export type ActivityEntry = {
  id: string;
  at: Date;
  event: ActivityEvent;
  method: string | null;
  device: string | null;
  network: string | null;
  place: string | null;
};

/** Whose the history of an account is: what happened to its address before it was made is somebody else's. */
export function whatHappenedTo(owner: { id: string; address: Email; createdAt: Date }) {
  const { id, address, createdAt } = owner;
  return { OR: [{ userId: id }, { address, userId: null, at: { gte: createdAt } }] };
}

/**
 * What happened to an account and its address since the account was made, the newest first.
 * @param before an entry's id, to go on after it
 * @returns at most `most` entries, and whether there are more
 */
export async function activityOf(
  owner: { id: string; address: Email; createdAt: Date },
  most: number,
  before?: bigint,
): Promise<{ entries: ActivityEntry[]; more: boolean }> {
  const rows = await db().activity.findMany({
    where: {
      ...whatHappenedTo(owner),
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
