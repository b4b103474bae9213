import { Prisma } from "@/prisma/generated/client";
import { recordActivity } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { type Database, db } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { isToken, sha256 } from "../secrets";
import { lockUser } from "../session/lock-user";
import { IS_ASKED } from "../token/lost-phone";
import type { TokenState } from "../token/peek";
import { DUE, noticesTo } from "./lost-phone";

type Owner = { id: string; address: Email };

export type ReportedLostPhone = {
  state: "valid";
  user: Owner & { name: string | null };
  device: string;
  place: string | null;
  at: Date;
  due: Date;
};
export type PeekedLostPhone = ReportedLostPhone | { state: Exclude<TokenState, "valid"> };
export type CalledOff =
  | { ok: true; userId: string }
  | { ok: false; refusal: Exclude<TokenState, "valid"> };

/** The second step stays on. In the caller's transaction, under the user's lock. @returns whether there was something to call off */
export async function callOff(
  { id: userId, address }: Owner,
  client: ClientInfo,
  transaction: Database,
): Promise<boolean> {
  const { device, place } = client;
  const told = await transaction.$executeRaw`
    with off as (
      update "LostPhone" l set "cancelledAt" = clock_timestamp() from "User" u
      where u.id = ${userId}::uuid and ${IS_ASKED}
      returning u.id as "userId", ${device} as device, ${place} as place)
    ${noticesTo("lost-phone-cancelled", Prisma.sql`off`)}`;
  if (told === 0) return false;
  await recordActivity({ event: "lost-phone-cancelled", address, userId, client }, transaction);
  return true;
}

/** By the owner of the account, who is signed in. */
export function callOffOwn(owner: Owner, client: ClientInfo): Promise<boolean> {
  return transact(async (transaction) => {
    await lockUser(owner.id, transaction);
    return callOff(owner, client, transaction);
  });
}

/** By the link of a mail: of many at once, from any mailbox, one calls it off. */
export async function callOffByLink(token: string, client: ClientInfo): Promise<CalledOff> {
  const peeked = await peekLostPhone(token);
  if (peeked.state !== "valid") return { ok: false, refusal: peeked.state };
  const { user } = peeked;
  return transact<CalledOff>(async (transaction) => {
    await lockUser(user.id, transaction);
    if (await callOff(user, client, transaction)) return { ok: true, userId: user.id };
    const { state } = await peekLostPhone(token, transaction);
    return { ok: false, refusal: state === "valid" ? "ended" : state };
  });
}

type Row = { state: TokenState; id: string; name: string | null; address: Email } & Omit<
  ReportedLostPhone,
  "state" | "user"
>;

/**
 * What a link would call off. It works for as long as that waits, however many mails have one: `used` is called off, also by a sign-in,
 * `expired` is carried out. Reads only.
 */
export async function peekLostPhone(
  token: unknown,
  database: Database = db(),
): Promise<PeekedLostPhone> {
  if (!isToken(token)) return { state: "unknown" };
  const [row] = await database.$queryRaw<Row[]>`
    select case when l."cancelledAt" is not null then 'used'
        when l."doneAt" is not null or t.expires <= clock_timestamp() then 'expired'
        when ${IS_ASKED} then 'valid' else 'ended' end as state,
      u.id, u.email as address, u.name, l.device, l.place, l.at, ${DUE} as due
    from "OneTimeToken" t left join "User" u on u.id = t."userId" left join lateral (
      select * from "LostPhone" where "userId" = u.id and at <= t."createdAt" order by at desc limit 1) l on true
    where t."tokenHash" = ${sha256(token)} and t.purpose = 'lost-phone'`;
  if (!row) return { state: "unknown" };
  const { state, id, address, name, ...asked } = row;
  return state === "valid" ? { state, user: { id, address, name }, ...asked } : { state };
}
