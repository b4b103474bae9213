import type { ActivityEvent } from "../activity/record";
import type { Address } from "../address";
import { db } from "../database/client";
import { limits } from "../limits";
import type { Requester } from "../requester";
import { newToken, sha256 } from "../secret";
import { recogniseDevice } from "./device";

/** How a person signed in. */
export type SignInMethod = "password" | "google" | "email";

/** A new session's token, for the cookie alone: the row holds its hash. */
export type StartedSession = { id: string; token: string };

/**
 * Opens a session under a new token (OWASP ASVS 7.2.4): 30 days at most, 7 days idle, by the database's clock. It and
 * the line that its owner reads of it are one statement: none is open that is not written down.
 * @param token only when next-auth has made it already
 */
export async function startSession(
  person: { id: string; address: Address },
  method: SignInMethod,
  requester: Requester,
  token: string = newToken(),
): Promise<StartedSession> {
  const { device, range, place } = requester;
  const event: ActivityEvent = "signed-in";
  const [row] = await db().$queryRaw<{ id: string }[]>`
    with opened as (
      insert into "Session" ("tokenHash", "userId", method, device, network, place, "idleExpires", "absoluteExpires")
      values (${sha256(token)}, ${person.id}::uuid, ${method}, ${device}, ${range}, ${place},
        clock_timestamp() + make_interval(secs => ${limits.sessionIdle}::int),
        clock_timestamp() + make_interval(secs => ${limits.sessionLife}::int))
      returning id, "userId", method, device, network, place),
    written as (
      insert into "Activity" (event, address, "userId", method, device, network, place)
      select ${event}, ${person.address}, "userId", method, device, network, place from opened)
    select id from opened`;
  await recogniseDevice(person, requester);
  return { id: row?.id ?? "", token };
}
