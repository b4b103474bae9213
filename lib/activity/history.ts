import { db } from "../database/client";
import type { Email } from "../email";
import type { ActivityEntry } from "./list";

export type HistoryEntry = Omit<ActivityEntry, "id" | "event"> & {
  event: string;
  /** an operator's */
  note: string | null;
};

/** What is kept of an address, newest first, including the events of users that were removed. */
export function historyOf(address: Email, most: number): Promise<HistoryEntry[]> {
  return db().activity.findMany({
    where: { address },
    orderBy: { id: "desc" },
    take: most,
    select: {
      at: true,
      event: true,
      method: true,
      device: true,
      network: true,
      place: true,
      note: true,
    },
  });
}
