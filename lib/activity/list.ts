import { Prisma } from "@/prisma/generated/client";
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

/** Entries in a row that are alike, as one. */
export type ActivityRun = ActivityEntry & {
  /** the first one's moment; `at` is the last one's */
  since: Date;
  times: number;
};

/** What somebody who guesses leaves behind by the dozen: a run of it is one entry. */
const FOLDED: readonly ActivityEvent[] = ["password-refused", "code-refused"];
/** Rows that a page reads at most; a longer run goes on in the next one. */
const READ_MOST = 2000;

/** Which events belong to a user: those of the address before it was theirs are not. */
export function eventsOf({ id, address, emailVerified }: Owner) {
  return { OR: [{ userId: id }, { address, userId: null, at: { gte: emailVerified } }] };
}

/**
 * The events of a user and their address, newest first; wrong attempts in a row from one device and network are one entry.
 * @param before an entry's id, to go on after it
 */
export async function activityOf(
  owner: Owner,
  most: number,
  before?: bigint,
): Promise<{ entries: ActivityRun[]; more: boolean }> {
  const { id, address, emailVerified } = owner;
  const rows = await db().$queryRaw<(Omit<ActivityRun, "id"> & { id: bigint })[]>`
    with read as (
      select *, jsonb_build_array(event, method, device, network, place) as kind from "Activity"
      where ("userId" = ${id}::uuid
          or ("userId" is null and address = ${address} and at >= ${emailVerified.toISOString()}::timestamptz))
        ${before === undefined ? Prisma.empty : Prisma.sql`and id < ${before}`}
      order by id desc limit ${READ_MOST}::int),
    marked as (
      select *, event = any(${FOLDED}) and kind = lag(kind) over (order by id desc) as again from read),
    numbered as (
      select *, count(*) filter (where again is not true) over (order by id desc) as run from marked)
    select min(id) as id, max(at) as at, min(at) as since, count(*)::int as times,
      event, method, device, network, place
    from numbered group by run, event, method, device, network, place
    order by run limit ${most + 1}::int`;
  const read = rows.reduce((sum, { times }) => sum + times, 0);
  const entries = rows.slice(0, most).map((row) => ({ ...row, id: String(row.id) }));
  return { entries, more: rows.length > most || read === READ_MOST };
}
