import { setPassword } from "../account/methods";
import { recordActivity } from "../activity/record";
import type { Address } from "../address";
import { db } from "../database/client";
import { notify } from "../notice/notify";
import type { Requester } from "../requester";
import { endSessionsOf } from "../session/end";
import { type SignInMethod, type StartedSession, startSession } from "../session/start";
import { forgetTries } from "../throttle/tries";
import { endTokens } from "../token/consume";
import { passwordRefusal } from "./choose";
import { hashPassword, type StoredPassword } from "./hash";
import type { BadPassword } from "./register";

type Owner = { id: string; address: Address; name: string | null };

/**
 * Saves a new password: in one transaction it replaces the old one and ends every session; then every reset and the
 * slow-down end, the owner is told, and this browser gets a fresh session (OWASP ASVS 6.3.7, 7.4.3).
 */
export async function savePassword(
  owner: Owner,
  password: StoredPassword,
  method: SignInMethod,
  requester: Requester,
): Promise<StartedSession> {
  const { id: userId, address } = owner;
  await db().$transaction(async (transaction) => {
    await setPassword(userId, password, undefined, transaction);
    await endSessionsOf(userId, transaction);
    await recordActivity({ event: "password-changed", address, userId, requester }, transaction);
    await notify("password-changed", address, requester, transaction);
  });
  await Promise.all([endTokens(address, "reset"), forgetTries(address)]);
  return startSession(owner, method, requester);
}

/**
 * Changes or adds a password from `/cuenta`, after a fresh proof.
 * @throws HashQueueFull when too many wait
 */
export async function changePassword(
  owner: Owner,
  password: string,
  method: SignInMethod,
  requester: Requester,
): Promise<{ ok: true; session: StartedSession } | BadPassword> {
  const why = passwordRefusal(password, owner);
  if (why) return { ok: false, refusal: "bad-password", why };
  const stored = await hashPassword(password, requester.range);
  return { ok: true, session: await savePassword(owner, stored, method, requester) };
}
