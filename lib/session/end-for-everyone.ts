import { db } from "../database/client";
import { sessionsEnded } from "../telemetry/counters";
import { IS_OPEN } from "./is-open";

/** Users a statement, well within the statement timeout. */
const BATCH = 1000;
const LOWEST = "00000000-0000-0000-0000-000000000000";

type Batch = { last: string | null; people: number; sessions: number };

/**
 * In batches, for example after a theft; a sign-in meanwhile is ended and recorded, or neither (OWASP ASVS 7.4.5).
 * @param by as each user's activity shows it
 * @returns how many users had one
 */
export async function endSessionsOfEveryone(by: {
  method: string;
  device: string;
}): Promise<number> {
  let people = 0;
  for (let after: string | null = LOWEST; after !== null; ) {
    const batch = await endBatch(after, by);
    sessionsEnded(batch.sessions);
    people += batch.people;
    after = batch.last;
  }
  return people;
}

async function endBatch(
  after: string,
  { method, device }: { method: string; device: string },
): Promise<Batch> {
  // the users' rows first, in the order that everything uses: no deadlock
  const [batch] = await db().$queryRaw<Batch[]>`
    with locked as materialized (
      select id, email from "User" where id > ${after}::uuid order by id limit ${BATCH}::int for no key update),
    ended as (
      update "Session" set "endedAt" = clock_timestamp()
      where "userId" in (select id from locked) and ${IS_OPEN} returning "userId"),
    written as (
      insert into "Activity" ("userId", address, event, method, device)
      select id, email, 'sessions-ended', ${method}, ${device} from locked where id in (select "userId" from ended)
      returning id),
    waiting as (delete from "PendingSignIn" where "userId" in (select id from locked))
    select (select id from locked order by id desc limit 1) as last,
      (select count(*)::int from written) as people, (select count(*)::int from ended) as sessions`;
  return batch ?? { last: null, people: 0, sessions: 0 };
}
