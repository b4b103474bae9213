import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { db } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { sessionsEnded } from "../telemetry/counters";
import { endSessionById, endSessionsOf } from "./end";
import { IS_OPEN } from "./is-open";
import { lockUser } from "./lock-user";

type Owner = { id: string; address: Email };

export async function closeSession(owner: Owner, id: string, client: ClientInfo): Promise<void> {
  const { address, id: userId } = owner;
  await transact(async (transaction) => {
    await lockUser(userId, transaction);
    if (await endSessionById(userId, id, transaction))
      await recordActivity({ event: "session-ended", address, userId, client }, transaction);
  });
}

/** OWASP ASVS 7.4.5. @param by `method` where it is not the user themselves */
export async function closeAllSessions(
  owner: Owner,
  by: { client: ClientInfo; method?: string },
): Promise<void> {
  const { address, id: userId } = owner;
  await transact(async (transaction) => {
    await endSessionsOf(userId, transaction);
    await recordActivity({ event: "sessions-ended", address, userId, ...by }, transaction);
  });
}

/**
 * OWASP ASVS 7.4.3. One statement: of sessions that close each other at the same instant the first one stays.
 * @param owner with the session that stays
 * @returns `none` where there was no other; `signed-out` where that session ended meanwhile: then all others go on
 */
export async function closeOtherSessions(
  { id, address, session }: Owner & { session: { id: string } },
  { device, subnet, place }: ClientInfo,
): Promise<"closed" | "none" | "signed-out"> {
  // the user's row first, as everywhere; whoever waited for it sees by the second lock whether its session is still open
  const [row] = await db().$queryRaw<{ isOpen: boolean; ended: number }[]>`
    with person as materialized (select id from "User" where id = ${id}::uuid for no key update),
    own as materialized (
      select s.id from "Session" s join person on person.id = s."userId"
      where s.id = ${session.id}::uuid and ${IS_OPEN} for update of s),
    ended as (
      update "Session" set "endedAt" = clock_timestamp()
      where "userId" = ${id}::uuid and id <> ${session.id}::uuid and exists (select from own) and ${IS_OPEN}
      returning id),
    written as (
      insert into "Activity" (event, address, "userId", device, network, place)
      select 'other-sessions-ended', ${address}, id, ${device}, ${subnet}, ${place} from person
      where exists (select from ended))
    select exists (select from own) as "isOpen", (select count(*)::int from ended) as ended`;
  if (!row?.isOpen) return "signed-out";
  sessionsEnded(row.ended);
  return row.ended > 0 ? "closed" : "none";
}
