import { Prisma } from "@/prisma/generated/client";
import type { ActivityEvent } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { type Database, db } from "../database/client";
import { onceCommitted } from "../database/transaction";
import type { Email } from "../email";
import { faultOf, log } from "../log/log";
import type { Reader } from "../messages/reader";
import type { AccountReader, NoticeKind } from "../notice/notify";
import { newToken, sha256 } from "../secrets";
import { sessionStarted } from "../telemetry/counters";
import { IS_OPEN } from "./is-open";

export const SIGN_IN_METHODS = ["password", "google", "email", "passkey"] as const;

/** A way in, as `/login` offers it. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];
/** What began a session: a way in, a confirmed registration, or the new password of a reset. */
export type SessionMethod = SignInMethod | "registration" | "recovery";

export const isSignInMethod = (method: string | undefined): method is SignInMethod =>
  SIGN_IN_METHODS.some((known) => known === method);

/** `comparedHash` where they signed in by password. */
type Authenticated = { id: string; address: Email; comparedHash?: string | null };

/** Open, or `pending`: then the token is that of a sign-in that waits for its second step. */
export type StartedSession = {
  id: string;
  token: string;
  method: SessionMethod;
  pending: boolean;
};

/** Removed, or with another address or password, since it was checked. */
export class UserChanged extends Error {
  override name = "UserChanged";
}

export type SignInEvent = Extract<ActivityEvent, "signed-in" | "registered" | "password-changed">;

type How = {
  token?: string;
  database?: Database;
  event?: SignInEvent;
  secondStepPassed?: boolean;
};

type Opened = { id: string; pending: boolean } & AccountReader;

/**
 * Nothing else opens a session: a new token (OWASP ASVS 7.2.4), 30 days at most, 7 days idle, by the database's clock. One
 * statement also records it, remembers the browser and notifies of a new one, except at the first sign-in. Where the second step
 * is on, and neither passed nor skipped by a trusted device, the same statement leaves a row that waits for it instead.
 * @param how.token only when next-auth has made it already
 * @param how.event what the activity shows, where it is no sign-in
 * @throws UserChanged; then nothing is opened
 */
export async function startSession(
  person: Authenticated,
  method: SessionMethod,
  client: ClientInfo,
  how: How = {},
): Promise<StartedSession> {
  const {
    token = newToken(),
    database = db(),
    event = "signed-in",
    secondStepPassed = false,
  } = how;
  const { device, subnet, place, browserToken } = client;
  const kind: NoticeKind = "new-device";
  // against a new password or address: a session of the old one is ended with the others, or never opened
  const [row] = await database.$queryRaw<Opened[]>`
    with person as materialized (
      select u.id, u."totpId", language, "timeZone" from "User" u
      where u.id = ${person.id}::uuid and u.email = ${person.address}
        and u."passwordHash" is not distinct from coalesce(${person.comparedHash ?? null}, u."passwordHash")
      for share),
    trusted as (${trustedBy(client)}),
    admitted as materialized (
      select person.*, ${secondStepPassed}::boolean or "totpId" is null as proved from person
      where ${secondStepPassed}::boolean or "totpId" is null or exists (select from trusted)),
    opened as (
      insert into "Session" ("tokenHash", "userId", method, device, network, place, "provedAt", "idleExpires", "absoluteExpires")
      select ${sha256(token)}, id, ${method}, ${device}, ${subnet}, ${place},
        case when proved then clock_timestamp() else 'epoch' end,
        clock_timestamp() + make_interval(secs => ${limits.sessionIdleSeconds}::int),
        clock_timestamp() + make_interval(secs => ${limits.sessionLifeSeconds}::int)
      from admitted
      returning id, "userId", method, device, network, place, "createdAt"),
    waiting as (
      insert into "PendingSignIn" ("tokenHash", "userId", address, method, event, expires)
      select ${sha256(token)}, id, ${person.address}, ${method}, ${event},
        clock_timestamp() + make_interval(secs => ${limits.secondStepLifeSeconds}::int)
      from person where not exists (select from admitted)
      returning id),
    written as (
      insert into "Activity" (event, address, "userId", method, device, network, place, at)
      select ${event}, ${person.address}, "userId", method, device, network, place, "createdAt" from opened),
    seen as (
      insert into "Device" ("userId", "deviceHash") select "userId", ${sha256(browserToken)} from opened
      on conflict ("userId", "deviceHash") do update set "lastUsedAt" = clock_timestamp()
      returning xmax = 0 as "isNew"),
    notified as (
      insert into "Notice" (kind, address, device, place)
      select ${kind}, ${person.address}, ${device}, ${place} from opened, seen
      where seen."isNew" and exists (select from "Device" d where d."userId" = opened."userId"))
    select coalesce(opened.id, waiting.id) as id, opened.id is null as pending, language, "timeZone"
    from person left join opened on true left join waiting on true`;
  if (!row) throw new UserChanged();
  const { id, pending } = row;
  if (!pending)
    await onceCommitted(database, async () => {
      sessionStarted(method);
      await rememberReader(person.id, row, client.reader);
    });
  return { id, token, method, pending };
}

/**
 * SQL: the trust of this browser that lets `person` skip the second step. Not where a session of theirs is open in it: whoever signs in
 * there proves themselves anew.
 */
const trustedBy = ({ trustedTokens, sessionToken = "" }: ClientInfo) => Prisma.sql`
  update "TrustedDevice" d set "lastUsedAt" = clock_timestamp() from person
  where d."userId" = person.id and d."totpId" = person."totpId" and d.expires > clock_timestamp()
    and d."tokenHash" = any(${trustedTokens.map(sha256)}::text[])
    and not exists (select from "Session" s
      where s."tokenHash" = ${sha256(sessionToken)} and s."userId" = person.id and ${IS_OPEN})
  returning d.id`;

/** A statement of its own, and only where something changed: in the other one, sign-ins at the same instant would wait for each other. */
async function rememberReader(
  userId: string,
  before: AccountReader,
  { language, timeZone }: Reader,
): Promise<void> {
  const zone = timeZone ?? before.timeZone;
  if (language === before.language && zone === before.timeZone) return;
  try {
    await db().$executeRaw`
      update "User" set language = ${language}, "timeZone" = ${zone} where id = ${userId}::uuid`;
  } catch (fault) {
    log.warn(faultOf(fault), "session: the account's language was not written");
  }
}
