import { recordActivity } from "../activity/record";
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
 * Opens a session under a new token (OWASP ASVS 7.2.4): 30 days at most, 7 days idle, by the database's clock.
 * @param token only when next-auth has made it already
 */
export async function startSession(
  person: { id: string; address: Address },
  method: SignInMethod,
  requester: Requester,
  token: string = newToken(),
): Promise<StartedSession> {
  const { device, range, place } = requester;
  const [row] = await db().$queryRaw<{ id: string }[]>`
    insert into "Session" ("tokenHash", "userId", method, device, network, place, "idleExpires", "absoluteExpires")
    values (${sha256(token)}, ${person.id}::uuid, ${method}, ${device}, ${range}, ${place},
      clock_timestamp() + make_interval(secs => ${limits.sessionIdle}::int),
      clock_timestamp() + make_interval(secs => ${limits.sessionLife}::int))
    returning id`;
  const { id: userId, address } = person;
  await recordActivity({ event: "signed-in", address, userId, method, requester });
  await recogniseDevice(person, requester);
  return { id: row?.id ?? "", token };
}
