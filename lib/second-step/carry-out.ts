import { Prisma } from "@/prisma/generated/client";
import { type NewActivity, recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { faultOf, log } from "../log/log";
import type { NoticeKind } from "../notice/notify";
import { sha256 } from "../secrets";
import { endSessionsOf } from "../session/end";
import { lockUser } from "../session/lock-user";
import {
  type SessionMethod,
  type SignInEvent,
  type StartedSession,
  startSession,
} from "../session/start";
import { IS_ASKED } from "../token/lost-phone";
import { endSecondStep } from "./end";
import { DUE, noticesTo } from "./lost-phone";
import { WAITS } from "./pending";

/** in one run of the clean-up; the next one continues */
const BATCH = 200;
const HALF = Prisma.sql`make_interval(secs => ${limits.lostPhoneWaitSeconds / 2}::int)`;
const TELLING: NoticeKind[] = ["lost-phone-asked", "lost-phone-soon"];

/**
 * SQL: a day has passed, and the owner could have called it off: no mail about it waits still, and in the last half nobody kept them
 * from the second step by wrong codes, which slow it down for the owner, too.
 */
const IS_DUE = Prisma.sql`${IS_ASKED} and ${DUE} <= clock_timestamp()
  and not exists (select from "Notice" n where n.address = u.email and n.kind = any(${TELLING}::text[])
    and n."createdAt" >= l.at and n."sentAt" is null)
  and not exists (select from "TryThrottle" t where t.address = u.email and t."stepSlowedUntil" > clock_timestamp() - ${HALF})`;

/** The clean-up's part: carries out what is due, and tells owners at half time. @returns how many of each */
export async function settleLostPhones(): Promise<{ stepsOff: number; reminded: number }> {
  const due = await db().$queryRaw<{ id: string }[]>`
    select u.id from "LostPhone" l join "User" u on ${IS_DUE} order by l.at limit ${BATCH}::int`;
  let stepsOff = 0;
  for (const { id } of due) {
    try {
      if (await transact((transaction) => carryOut(id, transaction))) stepsOff += 1;
    } catch (fault) {
      log.error(faultOf(fault), "lost phone: not carried out");
    }
  }
  const [told] = await db().$queryRaw<{ reminded: number }[]>`
    with soon as (
      update "LostPhone" l set "remindedAt" = clock_timestamp() from "User" u
      where ${IS_ASKED} and l."remindedAt" is null and l.at <= clock_timestamp() - ${HALF}
      returning l."userId", l.device, l.place),
    told as (${noticesTo("lost-phone-soon", Prisma.sql`soon`)})
    select count(*)::int as reminded from soon`;
  return { stepsOff, reminded: told?.reminded ?? 0 };
}

/**
 * A sign-in that would wait for its second step, where that is to be taken off by now: takes it off, and opens the session.
 * @param token of what waits
 * @returns null where nothing is due
 */
export async function enterWithoutPhone(
  token: string,
  client: ClientInfo,
): Promise<StartedSession | null> {
  const seen = await recoverable(token, db());
  if (!seen) return null;
  return transact(async (transaction) => {
    await lockUser(seen.id, transaction);
    // it may have ended since, with a new password say
    const waiting = await recoverable(token, transaction);
    if (!waiting || !(await carryOut(waiting.id, transaction))) return null;
    const { method, event, ...user } = waiting;
    return startSession(user, method, client, { database: transaction, event });
  });
}

type Waiting = { id: string; address: Email; method: SessionMethod; event: SignInEvent };

async function recoverable(token: string, database: Database): Promise<Waiting | null> {
  const [waiting] = await database.$queryRaw<Waiting[]>`
    select u.id, p.address, p.method, p.event
    from "PendingSignIn" p join "User" u on u.id = p."userId" and u.email = p.address join "LostPhone" l on ${IS_DUE}
    where p."tokenHash" = ${sha256(token)} and ${WAITS}`;
  return waiting ?? null;
}

type Owner = { id: string; address: Email };
type By = Pick<NewActivity, "method" | "client" | "note">;

/** For an operator, who knows the person. @returns whether it was on */
export function takeSecondStepOff(user: Owner, by: By): Promise<boolean> {
  return transact(async (transaction) => {
    await lockUser(user.id, transaction);
    return takeOff(user, by, transaction);
  });
}

type Done = { address: Email; device: string; subnet: string; place: string | null };

/** In the caller's transaction. @returns whether it was due still */
async function carryOut(userId: string, transaction: Database): Promise<boolean> {
  await lockUser(userId, transaction);
  const [done] = await transaction.$queryRaw<Done[]>`
    update "LostPhone" l set "doneAt" = clock_timestamp() from "User" u
    where u.id = ${userId}::uuid and ${IS_DUE}
    returning u.email as address, l.device, coalesce(l.network, 'unknown') as subnet, l.place`;
  if (!done) return false;
  const { address, ...client } = done;
  return takeOff({ id: userId, address }, { method: "lost-phone", client }, transaction);
}

/** The step is off, every session has ended, and the owner is told. @returns whether it was on */
async function takeOff({ id: userId, address }: Owner, by: By, transaction: Database) {
  if (!(await endSecondStep(userId, transaction))) return false;
  await endSessionsOf(userId, transaction);
  const { device, place } = by.client;
  await transaction.$executeRaw`
    with r as (select ${userId}::uuid as "userId", ${device} as device, ${place} as place)
    ${noticesTo("second-step-off", Prisma.sql`r`)}`;
  await recordActivity({ event: "second-step-off", address, userId, ...by }, transaction);
  return true;
}
