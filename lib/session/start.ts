import type { ActivityEvent } from "../activity/record";
import type { ClientInfo } from "../client-info";
import { limits } from "../config/limits";
import { newToken, sha256 } from "../crypto";
import { type Database, db } from "../database/client";
import { onceCommitted } from "../database/transaction";
import type { Email } from "../email";
import { faultOf, log } from "../log/log";
import type { Reader } from "../messages/reader";
import type { AccountReader, NoticeKind } from "../notice/notify";
import { sessionStarted } from "../telemetry/counters";

export const SIGN_IN_METHODS = ["password", "google", "email"] as const;

/** A way in, as `/login` offers it. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];
/** What began a session: a way in, a confirmed registration, or the new password of a reset. */
export type SessionMethod = SignInMethod | "registration" | "recovery";

export const isSignInMethod = (method: string | undefined): method is SignInMethod =>
  SIGN_IN_METHODS.some((known) => known === method);

/** `comparedHash` where they signed in by password. */
type Authenticated = { id: string; address: Email; comparedHash?: string | null };

export type StartedSession = { id: string; token: string; method: SessionMethod };

/** Removed, or with another address or password, since it was checked. */
export class UserChanged extends Error {
  override name = "UserChanged";
}

type How = {
  token?: string;
  database?: Database;
  event?: Extract<ActivityEvent, "signed-in" | "registered" | "password-changed">;
};

/**
 * A new token (OWASP ASVS 7.2.4), 30 days at most, 7 days idle, by the database's clock. One statement also records it,
 * remembers the browser and notifies of a new one, except at the first sign-in.
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
  const { token = newToken(), database = db(), event = "signed-in" } = how;
  const { device, subnet, place, browserToken } = client;
  const kind: NoticeKind = "new-device";
  // against a new password or address: a session of the old one is ended with the others, or never opened
  const [row] = await database.$queryRaw<({ id: string } & AccountReader)[]>`
    with opened as (
      insert into "Session" ("tokenHash", "userId", method, device, network, place, "idleExpires", "absoluteExpires")
      select ${sha256(token)}, u.id, ${method}, ${device}, ${subnet}, ${place},
        clock_timestamp() + make_interval(secs => ${limits.sessionIdleSeconds}::int),
        clock_timestamp() + make_interval(secs => ${limits.sessionLifeSeconds}::int)
      from "User" u where u.id = ${person.id}::uuid and u.email = ${person.address}
        and u."passwordHash" is not distinct from coalesce(${person.comparedHash ?? null}, u."passwordHash")
      for share
      returning id, "userId", method, device, network, place, "createdAt"),
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
    select opened.id, language, "timeZone" from opened join "User" u on u.id = opened."userId"`;
  if (!row) throw new UserChanged();
  await onceCommitted(database, async () => {
    sessionStarted(method);
    await rememberReader(person.id, row, client.reader);
  });
  return { id: row.id, token, method };
}

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
