import type { BrowserContext } from "@playwright/test";
import { limits } from "@/lib/config/limits";
import { cookiePrefix } from "@/lib/http/cookie-name";
import { keptDevice } from "@/lib/messages/origin";
import { newToken, sha256 } from "@/lib/secrets";
import type { Database } from "../database";
import type { Person } from "../person/person";
import type { Place } from "../place";
import type { SignInWay } from "./ways";

/** What `browser.newContext({ storageState })` takes. */
export type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** What the sessions' list of an account says of it. */
const DEVICE = keptDevice("Chrome", "Linux");

type There = {
  database: Database;
  place: Pick<Place, "app" | "settings">;
  /** as the product's limits see it */
  network: string;
};

/**
 * Signs a person in past the product: a session that has just passed every step, in a browser that is known from then on, as after
 * a sign-in by its pages. Nothing is written into their activity, and no mail is sent.
 * @throws when the person is not there any more
 */
export async function openSession(
  person: Person,
  way: SignInWay,
  { database, place: { app, settings }, network }: There,
): Promise<StorageState> {
  const method = way === "link" || way === "code" ? "email" : way;
  const [session, device] = [newToken(), newToken()];
  const { sessionLifeSeconds: life, deviceKeptSeconds: kept } = limits;
  const [opened] = await database.sql<{ now: number }>(
    `with device as (
       insert into "Device" ("userId", "deviceHash") select id, $3 from "User" where id = $1)
     insert into "Session" ("userId", "tokenHash", method, device, network, "idleExpires", "absoluteExpires")
     select id, $2, $4, $5, $6, clock_timestamp() + make_interval(secs => $7), clock_timestamp() + make_interval(secs => $8)
     from "User" where id = $1
     returning extract(epoch from clock_timestamp())::int as now`,
    [
      ...[person.id, sha256(session), sha256(device), method, DEVICE, network],
      ...[limits.sessionIdleSeconds, life],
    ],
  );
  if (!opened) throw new Error(`${person.email} has no account any more`);
  const { hostname: domain, protocol } = new URL(app);
  const prefix = cookiePrefix(settings.NEXTAUTH_URL || app);
  const cookie = (kind: string, value: string, seconds: number) => ({
    ...{ name: prefix + kind, value, domain, path: "/", expires: opened.now + seconds },
    ...{ httpOnly: true, secure: protocol === "https:", sameSite: "Lax" as const },
  });
  return {
    cookies: [
      cookie("session", session, life),
      cookie("device", device, kept),
      cookie("last", method, kept),
    ],
    origins: [],
  };
}
