import { Prisma } from "@/prisma/generated/client";
import { type Database, db } from "../database/client";
import type { Email } from "../email";
import type { AccountReader } from "../notice/notify";
import { isToken, sha256 } from "../secrets";
import { IS_OPEN } from "../session/is-open";
import type { TokenState } from "../token/peek";
import { CAN_BE_UNDONE } from "../token/undo";

/** `taken`: somebody has an account at the address by now. */
export type DeadChange = Exclude<TokenState, "valid"> | "taken";

/** `address`: to which its user's changes; `at`: when that was asked for, or what is undone happened. */
export type ValidChange = {
  state: "valid";
  address: Email;
  user: AccountReader & { id: string; address: Email; name: string | null };
  device: string;
  place: string | null;
  at: Date;
};
export type PeekedChange =
  | ValidChange
  | { state: Exclude<DeadChange, "unknown">; address: Email }
  | { state: "unknown"; address: null };

type Row = Omit<ValidChange, "state" | "user"> & {
  state: Exclude<PeekedChange["state"], "unknown">;
  userId: string;
  current: Email;
  name: string | null;
} & AccountReader;

/**
 * A change that waits for its new mailbox. It ends with the session that asked for it, so that no thief's outlives a reset
 * (Sudhodanan and Paverd, unexpired email change), where that one has not passed a second step that was turned on since, and with a later one to another address, so that no typing error is
 * confirmed by whoever gets that mail. Reads only.
 */
export function peekEmailChange(token: unknown, database: Database = db()): Promise<PeekedChange> {
  return peek(
    token,
    Prisma.sql`
      select case when ${USED_UP} when not exists (
          select from "Session" where id = t."sessionId" and ${IS_OPEN} and "provedAt" > 'epoch') or exists (
          select from "OneTimeToken" later where later."userId" = t."userId" and later.purpose = t.purpose
            and later.address <> t.address and later."createdAt" > t."createdAt") then 'ended'
        when exists (select from "User" where email = t.address and id <> u.id) then 'taken'
        else 'valid' end as state, t."createdAt" as at,
        ${OF_BOTH} where t."tokenHash" = ${sha256(String(token))} and t.purpose = 'email-change'`,
    database,
  );
}

/** A change that its old mailbox may undo. Reads only. */
export function peekUndo(token: unknown, database: Database = db()): Promise<PeekedChange> {
  return peek(
    token,
    Prisma.sql`
      select case when ${USED_UP} when change.at is null then 'ended'
        when exists (select from "User" where email = t.address and id <> u.id) then 'taken'
        else 'valid' end as state, coalesce(change.at, t."createdAt") as at,
        ${OF_BOTH} left join lateral (
          select max(at) as at from "EmailChange"
          where "userId" = u.id and "oldAddress" = t.address and ${CAN_BE_UNDONE}) change on true
      where t."tokenHash" = ${sha256(String(token))} and t.purpose = 'email-undo'`,
    database,
  );
}

const USED_UP = Prisma.sql`t."usedAt" is not null then 'used' when t."endedAt" is not null then 'ended'
  when t.expires <= clock_timestamp() then 'expired'`;

const OF_BOTH = Prisma.sql`t.address, t.device, t.place, u.id as "userId", u.email as current, u.name, u.language, u."timeZone"
  from "OneTimeToken" t join "User" u on u.id = t."userId"`;

async function peek(token: unknown, query: Prisma.Sql, database: Database): Promise<PeekedChange> {
  if (!isToken(token)) return { state: "unknown", address: null };
  const [row] = await database.$queryRaw<Row[]>`${query}`;
  if (!row) return { state: "unknown", address: null };
  const { state, userId: id, current, name, language, timeZone, ...change } = row;
  return state === "valid"
    ? { ...change, state, user: { id, address: current, name, language, timeZone } }
    : { state, address: change.address };
}
