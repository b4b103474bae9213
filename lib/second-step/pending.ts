import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { isToken, sha256 } from "../secrets";
import type { SessionMethod, SignInEvent } from "../session/start";
import type { TokenOwner } from "../token/peek";

/** A passed first factor that waits for the second, in the browser that has its token. */
export type PendingSignIn = {
  user: TokenOwner & { language: string | null; timeZone: string | null };
  method: SessionMethod;
  event: SignInEvent;
  /** where the person goes on to */
  url: string | null;
  tries: number;
};

type Row = Omit<PendingSignIn, "user"> & PendingSignIn["user"];

/** SQL, of a row of `PendingSignIn` */
export const WAITS = Prisma.sql`expires > clock_timestamp() and tries < ${limits.secondStepTries}::int`;

/** Null once it has ended: passed, ten minutes old, five wrong codes, or another password. */
export async function peekPending(token: string | undefined): Promise<PendingSignIn | null> {
  if (!isToken(token)) return null;
  const [row] = await db().$queryRaw<Row[]>`
    select u.id, u.email as address, u.name, u.image, u."emailVerified", u.language, u."timeZone",
      p.method, p.event, p.url, p.tries
    from "PendingSignIn" p join "User" u on u.id = p."userId" and u.email = p.address
    where p."tokenHash" = ${sha256(token)} and ${WAITS}`;
  if (!row) return null;
  const { method, event, url, tries, ...user } = row;
  return { user, method, event, url, tries };
}

/**
 * Claims one of its five tries, before the code is compared; none while the address is slowed down.
 * @returns how many are left; null when it has ended, or is slowed
 */
export async function claimTry(token: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ tries: number }[]>`
    update "PendingSignIn" set tries = tries + 1
    where "tokenHash" = ${sha256(token)} and ${WAITS} and not exists (
      select from "TryThrottle" t where t.address = "PendingSignIn".address and t."stepSlowedUntil" > clock_timestamp())
    returning tries`;
  return row ? limits.secondStepTries - row.tries : null;
}

/** Keeps where it leads, since its page has one address. */
export async function keepUrl(token: string, url: string): Promise<void> {
  await db().$executeRaw`
    update "PendingSignIn" set url = ${url} where "tokenHash" = ${sha256(token)}`;
}

/** @returns whether it waited still: of many that pass at the same instant one wins */
export async function endPending(token: string, database: Database = db()): Promise<boolean> {
  const gone = await database.$executeRaw`
    delete from "PendingSignIn" where "tokenHash" = ${sha256(token)} and expires > clock_timestamp()`;
  return gone > 0;
}

/** Whether it is there still, whatever its tries. */
export async function isPending(token: string, database: Database): Promise<boolean> {
  return (await database.pendingSignIn.count({ where: { tokenHash: sha256(token) } })) > 0;
}
