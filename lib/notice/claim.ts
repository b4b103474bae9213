import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { db } from "../database/client";
import type { Email } from "../email";
import type { Origin } from "../mail/letter";
import { NEVER_DELAYED, NOTICE_KINDS, type NoticeKind } from "./notify";

export const BATCH = 20;
const MOST_ATTEMPTS = 30;
/** until a mail of unknown outcome is tried again; doubles each time */
const CLAIM_SECONDS = 120;
const MOST_DOUBLINGS = 5;

export type ClaimedMail = {
  id: string;
  kind: NoticeKind;
  address: Email;
  /** how many notices it covers, since when, and from where, latest first */
  times: number;
  since: Date;
  at: Date;
  origins: [Origin, ...Origin[]];
  /** the account's */
  language: string | null;
  timeZone: string | null;
};

/**
 * Claims the mails that may go now: one of a kind a person an hour, twelve in all, except those of `NEVER_DELAYED`. A
 * notice that had to wait takes along all of its kind. One process at a time claims by the rows, so fifty at once are
 * one mail.
 * @param retry also what the mail server refused
 */
export async function claimMails(retry: boolean): Promise<ClaimedMail[]> {
  const due = dueMails(retry);
  // nearly always there is none, and then no lock is taken
  if ((await db().$queryRaw<unknown[]>`${due} limit 1`).length === 0) return [];
  const [, mails] = await db().$transaction([
    db().$executeRaw`select pg_advisory_xact_lock(hashtext('notices'))`,
    db().$queryRaw<ClaimedMail[]>`
      with due as (${due} limit ${BATCH}::int),
      claimed as (
        update "Notice" n set "claimedAt" = clock_timestamp(), tries = n.tries + 1, "foldedInto" = nullif(due.id, n.id)
        from due where n.address = due.address and n."sentAt" is null and (n.id = due.id or n."foldedInto" = due.id
          or (due."hasWaited" and n.kind = due.kind and n."foldedInto" is null))
        returning due.id as mail, n.*),
      by_origin as (
        select mail, kind, address, device, place, max(language) as language, max("timeZone") as "timeZone",
          count(*) as times, min("createdAt") as first, max("createdAt") as last
        from claimed group by mail, kind, address, device, place)
      select mail as id, kind, address, sum(times)::int as times, min(first) as since, max(last) as at,
        coalesce(max(b.language), max(u.language)) as language, coalesce(max(b."timeZone"), max(u."timeZone")) as "timeZone",
        json_agg(json_build_object('device', device, 'place', place) order by last desc) as origins
      from by_origin b left join "User" u on u.email = b.address group by mail, kind, address`,
  ]);
  return mails;
}

export async function markSent({ id, address }: ClaimedMail): Promise<void> {
  await db().$executeRaw`
    update "Notice" set "sentAt" = clock_timestamp()
    where address = ${address} and "sentAt" is null and (id = ${id}::uuid or "foldedInto" = ${id}::uuid)`;
}

/** The mail server refused it: it counts for nothing, and the next clean-up may retry at once. */
export async function release({ id, address }: ClaimedMail): Promise<void> {
  await db().$executeRaw`
    update "Notice" set "claimedAt" = null
    where address = ${address} and "sentAt" is null and (id = ${id}::uuid or "foldedInto" = ${id}::uuid)`;
}

const HOUR = Prisma.sql`make_interval(secs => ${limits.noticeWindowSeconds}::int)`;
/** Of a row n: whether its mail went within the hour; an unknown outcome counts as sent. */
const WENT = Prisma.sql`n."foldedInto" is null and coalesce(n."sentAt", n."claimedAt") > clock_timestamp() - ${HOUR}`;

const dueMails = (retry: boolean) => Prisma.sql`
  with waiting as (
    select id, address, kind, "createdAt", "claimedAt", tries, kind = any(${NEVER_DELAYED}::text[]) as urgent
    from "Notice" where "sentAt" is null and "foldedInto" is null
      and kind = any(${NOTICE_KINDS}::text[]) and tries < ${MOST_ATTEMPTS}::int),
  head as (
    select distinct on (address, kind, case when urgent then id end) * from waiting
    order by address, kind, case when urgent then id end, "claimedAt" is null, "createdAt"),
  possible as (
    select *, row_number() over (partition by address order by urgent desc, "createdAt") as turn
    from head h
    where (tries = 0 or "claimedAt" is not null or ${retry}::boolean)
      and ("claimedAt" is null or "claimedAt" <
        clock_timestamp() - make_interval(secs => ${CLAIM_SECONDS}::int * power(2, least(tries - 1, ${MOST_DOUBLINGS}::int))))
      and (urgent or not exists (
        select from "Notice" n where n.address = h.address and n.kind = h.kind and n.id <> h.id and ${WENT})))
  select id, address, kind, not urgent and ("createdAt" < clock_timestamp() - ${HOUR} or exists (
      select from "Notice" n where n.address = p.address and n.kind = p.kind
        and n."sentAt" > p."createdAt" - ${HOUR})) as "hasWaited"
  from possible p
  where urgent or turn + (
    select count(*) from "Notice" n where n.address = p.address and n.id <> p.id and ${WENT}) <= ${limits.noticesPerWindow}::int
  order by tries, "createdAt"`;
