import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { sha256 } from "../secrets";
import { type SignInMethod, type StartedSession, startSession } from "../session/start";
import { type Consumed, consumeToken } from "../token/consume";
import type { Prepared } from "../token/one-time";
import { peekToken, SIGN_IN_PURPOSES, type TokenState } from "../token/peek";
import { AddressReserved, createUser } from "../user/create";

export type Confirmed =
  | {
      ok: true;
      created: boolean;
      session: StartedSession & { last: SignInMethod };
      callbackUrl: string | null;
    }
  | { ok: false; refusal: Exclude<TokenState, "valid">; address: Email | null };

export type Confirming = {
  token: string;
  browser: string | null;
  client: ClientInfo;
  /** what is added to, or replaces, what was prepared */
  chosen: Partial<Prepared>;
};

/**
 * What was prepared counts only in the browser that prepared it, so that an attacker's password or Google never gets in
 * by the owner's click. A user made meanwhile is only signed in.
 */
export async function confirmRegistration(confirming: Confirming): Promise<Confirmed> {
  return confirm(confirming, "registration", (token) =>
    isSameBrowser(token, confirming.browser) ? token : { name: token.name },
  );
}

export async function registerVerified(confirming: Confirming): Promise<Confirmed> {
  const peeked = await peekToken(confirming.token, SIGN_IN_PURPOSES);
  if (peeked.state !== "valid")
    return { ok: false, refusal: peeked.state, address: peeked.address };
  return confirm(confirming, peeked.purpose, () => ({}));
}

/** One transaction: a request that is cut off leaves the link working. @param kept what of the token is taken over */
async function confirm(
  { token, client, chosen }: Confirming,
  purpose: "registration" | "magic-link" | "proved-address",
  kept: (token: Consumed) => Partial<Prepared>,
): Promise<Confirmed> {
  const alone = purpose === "registration";
  const confirmed = transact<Confirmed>(async (database) => {
    await lockOwnerOf(token, database);
    const consumption = await consumeToken(token, purpose, { alone, database });
    if (!consumption.ok)
      return { ok: false, refusal: consumption.state, address: consumption.address };
    const { address, callbackUrl } = consumption.token;
    const prepared = { ...kept(consumption.token), ...chosen };
    const { id, created } = await createUser(address, prepared, database);
    const person = { id, address };
    const event = created ? "registered" : "signed-in";
    const method = created ? "registration" : "email";
    const session = await startSession(person, method, client, { database, event });
    const last = created ? wayInOf(prepared) : "email";
    return { ok: true, created, session: { ...session, last }, callbackUrl };
  });
  return confirmed.catch((fault: unknown) => {
    if (fault instanceof AddressReserved) return { ok: false, refusal: "ended", address: null };
    throw fault;
  });
}

/** By what the person will sign in again. */
function wayInOf({ passwordHash, googleSub }: Partial<Prepared>): SignInMethod {
  if (passwordHash) return "password";
  return googleSub ? "google" : "email";
}

/** An existing user's row is locked before the token, in the order that everything uses. */
async function lockOwnerOf(token: string, transaction: Database): Promise<void> {
  await transaction.$queryRaw`
    select id from "User" where email = (select address from "OneTimeToken" where "tokenHash" = ${sha256(token)})
    for no key update`;
}

function isSameBrowser(token: Consumed, browser: string | null): boolean {
  return browser !== null && token.browserHash === sha256(browser);
}
