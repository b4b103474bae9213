import type { Address } from "../address";
import type { Requester } from "../requester";
import { sha256 } from "../secret";
import { type StartedSession, startSession } from "../session/start";
import { type Consumed, consumeToken } from "../token/consume";
import type { Prepared } from "../token/one-time";
import { linkPurpose, type TokenState } from "../token/peek";
import { createAccount } from "./create";
import { recordRegistration } from "./register";

export type Confirmed =
  | { ok: true; created: boolean; session: StartedSession; callbackUrl: string | null }
  | { ok: false; refusal: Exclude<TokenState, "valid">; address: Address | null };

/** Who confirms, and what is known only now. */
export type Confirming = {
  token: string;
  /** the cookie of the browser that confirms, where it has one */
  browser: string | null;
  requester: Requester;
  /** what is added or replaces what was prepared */
  chosen: Partial<Prepared>;
};

/**
 * Confirms a registration: the address is proved, the account made, the person signed in. What was prepared is kept in
 * the browser that prepared it; anywhere else only what is chosen now, so that a stranger's password or Google never
 * enters by the owner's click. An account made in the meantime is only signed in to.
 */
export async function confirmRegistration(confirming: Confirming): Promise<Confirmed> {
  const consumption = await consumeToken(confirming.token, "registration", { alone: true });
  if (!consumption.ok)
    return { ok: false, refusal: consumption.state, address: consumption.address };
  const { token } = consumption;
  const prepared = isSameBrowser(token, confirming.browser) ? token : { name: token.name };
  return enter(token, { ...prepared, ...confirming.chosen }, confirming.requester);
}

/** Makes the account of an address that a magic link or its code has proved. */
export async function registerProved(confirming: Confirming): Promise<Confirmed> {
  const consumption = await consumeToken(confirming.token, await linkPurpose(confirming.token));
  if (!consumption.ok)
    return { ok: false, refusal: consumption.state, address: consumption.address };
  return enter(consumption.token, confirming.chosen, confirming.requester);
}

async function enter(
  token: Consumed,
  prepared: Partial<Prepared>,
  requester: Requester,
): Promise<Confirmed> {
  const { id, created } = await createAccount(token.address, prepared);
  const person = { id, address: token.address };
  if (created) await recordRegistration(person, requester);
  const session = await startSession(person, "email", requester);
  return { ok: true, created, session, callbackUrl: token.callbackUrl };
}

function isSameBrowser(token: Consumed, browser: string | null): boolean {
  return browser !== null && token.browserHash === sha256(browser);
}
