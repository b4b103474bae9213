import { Prisma } from "@/prisma/generated/client";
import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { transact } from "../database/transaction";
import type { NoticeKind } from "../notice/notify";
import { sha256 } from "../secrets";
import { lockUser } from "../session/lock-user";
import { IS_ASKED } from "../token/lost-phone";
import { CAN_BE_UNDONE } from "../token/undo";
import { peekPending, WAITS } from "./pending";

export type Asked =
  | { ok: true; due: Date }
  | { ok: false; refusal: "ended" }
  | { ok: false; refusal: "often"; seconds: number };

/** SQL, of a row `l` of `LostPhone` */
export const DUE = Prisma.sql`l.at + make_interval(secs => ${limits.lostPhoneWaitSeconds}::int)`;

/**
 * A person who lost the phone, and passed the first factor, asks for the second step to be taken off. One at a time for each user,
 * however many ask: under the lock of their row. The owner is told by mail.
 * @param token of the sign-in that waits
 */
export async function reportLostPhone(
  token: string | undefined,
  client: ClientInfo,
): Promise<Asked> {
  const pending = await peekPending(token);
  if (!pending || !token) return { ok: false, refusal: "ended" };
  const { id: userId, address } = pending.user;
  return transact<Asked>(async (transaction) => {
    await lockUser(userId, transaction);
    const asked = await lostPhoneOf(userId, transaction);
    if (asked) return { ok: true, due: asked };
    const seconds = await waitOf(userId, transaction);
    if (seconds > 0) return { ok: false, refusal: "often", seconds };
    const due = await write(userId, token, client, transaction);
    if (!due) return { ok: false, refusal: "ended" };
    await recordActivity({ event: "lost-phone-asked", address, userId, client }, transaction);
    return { ok: true, due };
  });
}

/** When what was asked for is due; null where nothing is, or it was called off. */
export async function lostPhoneOf(userId: string, database: Database = db()): Promise<Date | null> {
  const [asked] = await database.$queryRaw<{ due: Date }[]>`
    select ${DUE} as due from "User" u join "LostPhone" l on ${IS_ASKED} where u.id = ${userId}::uuid`;
  return asked?.due ?? null;
}

/** Whoever calls off and asks again by turns would fill a mailbox. @returns seconds */
async function waitOf(userId: string, transaction: Database): Promise<number> {
  const window = limits.emailWindowSeconds;
  const [oldest] = await transaction.$queryRaw<{ seconds: number }[]>`
    select ceil(extract(epoch from at - clock_timestamp()) + ${window}::int)::int as seconds from "LostPhone"
    where "userId" = ${userId}::uuid and at > clock_timestamp() - make_interval(secs => ${window}::int)
    order by at desc offset ${limits.emailsPerWindow - 1}::int limit 1`;
  return oldest?.seconds ?? 0;
}

/** @returns when it is due; null where the sign-in has ended meanwhile */
async function write(
  userId: string,
  token: string,
  { device, subnet, place }: ClientInfo,
  transaction: Database,
): Promise<Date | null> {
  const [asked] = await transaction.$queryRaw<{ due: Date }[]>`
    with l as (
      insert into "LostPhone" ("userId", "totpId", device, network, place)
      select u.id, u."totpId", ${device}, ${subnet}, ${place}
      from "User" u join "PendingSignIn" p on p."userId" = u.id
      where u.id = ${userId}::uuid and u."totpId" is not null and p."tokenHash" = ${sha256(token)} and ${WAITS}
      returning *),
    told as (${noticesTo("lost-phone-asked", Prisma.sql`l`)})
    select ${DUE} as due from l`;
  return asked?.due ?? null;
}

/**
 * SQL: tells each user of `rows` ("userId", device, place), also at the mailboxes that could still undo a change of their address: a
 * thief may hold the new one.
 */
export const noticesTo = (kind: NoticeKind, rows: Prisma.Sql) => Prisma.sql`
  insert into "Notice" (kind, address, device, place, language, "timeZone")
  select ${kind}, mailbox, told.device, told.place, u.language, u."timeZone"
  from ${rows} told join "User" u on u.id = told."userId" cross join lateral (
    select u.email as mailbox
    union select "oldAddress" from "EmailChange" where "userId" = u.id and ${CAN_BE_UNDONE}) mailboxes`;
