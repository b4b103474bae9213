import { Prisma } from "@/prisma/generated/client";
import { limits } from "../config/limits";
import { ask, db } from "../database/client";
import type { Email } from "../email";
import { faultOf, log } from "../log/log";
import { isToken, sha256 } from "../secrets";
import { IS_OPEN } from "./is-open";
import { IS_REAUTHENTICATED } from "./reauthentication";
import type { SessionMethod } from "./start";

export type SignedInUser = {
  id: string;
  address: Email;
  name: string | null;
  createdAt: Date;
  /** since when the address is theirs */
  emailVerified: Date;
  hasPassword: boolean;
  hasSecondStep: boolean;
  /** the address at Google; all of them, should there be more */
  google: string | null;
  /** how many */
  passkeys: number;
  /** by which authenticators know them; null before the first passkey */
  passkeyHandle: string | null;
  /** of the last sign-in */
  language: string | null;
  timeZone: string | null;
  session: {
    id: string;
    method: SessionMethod;
    createdAt: Date;
    lastUsedAt: Date;
    device: string;
    network: string | null;
    /** whether they proved themselves lately: by signing in, or at `/cuenta/confirmar` */
    reauthenticated: boolean;
    /** opened by a password just now, by somebody who has not removed a passkey lately: a browser may make one by itself */
    upgradable: boolean;
  };
};

type Row = Omit<SignedInUser, "session"> & {
  sessionId: string;
  method: SessionMethod;
  sessionCreatedAt: Date;
  lastUsedAt: Date;
  device: string;
  network: string | null;
  reauthenticated: boolean;
  upgradable: boolean;
  stale: boolean;
};

/** One indexed statement; the last use is written once in ten minutes (OWASP ASVS 7.3.1, 7.3.2). */
export async function userOfSession(token: string | undefined): Promise<SignedInUser | null> {
  if (!isToken(token)) return null;
  const tokenHash = sha256(token);
  const [row] = await ask<Row>(Prisma.sql`
    select u.id, u.email as address, u.name, u."createdAt", u."emailVerified", u.language, u."timeZone",
      u."passwordHash" is not null as "hasPassword", u."totpId" is not null as "hasSecondStep",
      (select string_agg(a.address, ', ' order by a."createdAt") from "Account" a
        where a."userId" = u.id and a.provider = 'google') as google,
      u."passkeyHandle", (select count(*)::int from "Passkey" p where p."userId" = u.id) as passkeys,
      s.id as "sessionId", s.method, s."createdAt" as "sessionCreatedAt", s."lastUsedAt", s.device, s.network,
      ${IS_REAUTHENTICATED} as reauthenticated,
      case when s.method = 'password' and ${IS_REAUTHENTICATED}
          and s."createdAt" > clock_timestamp() - make_interval(secs => ${limits.reauthenticationLifeSeconds}::int)
        then not exists (select from "Activity" a where a."userId" = u.id and a.event = 'passkey-removed')
        else false end as upgradable,
      s."lastUsedAt" <= clock_timestamp() - make_interval(secs => ${limits.sessionTouchSeconds}::int) as stale
    from "Session" s join "User" u on u.id = s."userId"
    where s."tokenHash" = ${tokenHash} and ${IS_OPEN}`);
  if (!row) return null;
  if (row.stale) await touchSession(tokenHash);
  return personFrom(row);
}

/** A failed write is no reason to fail the page. */
async function touchSession(tokenHash: string): Promise<void> {
  try {
    await writeUse(tokenHash);
  } catch (fault) {
    log.warn(faultOf(fault), "session: its use was not written");
  }
}

async function writeUse(tokenHash: string): Promise<void> {
  await db().$executeRaw`
    update "Session" set "lastUsedAt" = clock_timestamp(),
      "idleExpires" = clock_timestamp() + make_interval(secs => ${limits.sessionIdleSeconds}::int)
    where "tokenHash" = ${tokenHash} and "endedAt" is null
      and "lastUsedAt" <= clock_timestamp() - make_interval(secs => ${limits.sessionTouchSeconds}::int)`;
}

function personFrom(row: Row): SignedInUser {
  const {
    sessionId,
    method,
    sessionCreatedAt,
    lastUsedAt,
    device,
    network,
    reauthenticated,
    upgradable,
    stale: _,
    ...user
  } = row;
  const session = {
    id: sessionId,
    method,
    createdAt: sessionCreatedAt,
    lastUsedAt,
    device,
    network,
    reauthenticated,
    upgradable,
  };
  return { ...user, session };
}
