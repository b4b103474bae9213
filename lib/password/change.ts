import { setPassword } from "../account/methods";
import { recordActivity } from "../activity/record";
import type { Address } from "../address";
import type { Database } from "../database/client";
import { notify, telling } from "../notice/notify";
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
 * Saves a new password in the caller's transaction: it replaces the old one, every session, every reset and the
 * slow-down end, and the owner is told (OWASP ASVS 6.3.7, 7.4.3). Whole or not at all: a password that is new while an
 * old reset still works would be neither.
 */
export async function savePassword(
  { id: userId, address }: Owner,
  password: StoredPassword,
  requester: Requester,
  transaction: Database,
): Promise<void> {
  // the resets first, as a reset itself does: two that lock in another order would wait for each other
  await endTokens(address, "reset", transaction);
  await setPassword(userId, password, undefined, transaction);
  await endSessionsOf(userId, transaction);
  await forgetTries(address, transaction);
  await recordActivity({ event: "password-changed", address, userId, requester }, transaction);
  await notify("password-changed", address, requester, transaction);
}

/**
 * Changes or adds a password from `/cuenta`, after a fresh proof; this browser gets a fresh session.
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
  await telling((transaction) => savePassword(owner, stored, requester, transaction));
  return { ok: true, session: await startSession(owner, method, requester) };
}
