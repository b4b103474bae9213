import type { Requester } from "../client-info";
import type { Address } from "../email";
import { type BadPassword, passwordRefusal } from "../password/choose";
import { hashPassword } from "../password/hash";
import { type Delivered, sendRefusal } from "../token/deliver";
import type { Prepared } from "../token/one-time";
import { linkPurpose, peekToken, type TokenState } from "../token/peek";
import { type Confirmed, confirmRegistration, registerProved } from "./confirm";
import { register } from "./register";

type DeadToken = {
  ok: false;
  refusal: Exclude<TokenState, "valid">;
  address: Address | null;
};

/**
 * Registers with a password, which is hashed at once and waits with the registration's token.
 * @throws HashQueueFull when too many wait
 */
export async function registerWithPassword(typed: {
  address: Address;
  name: string;
  password: string;
  browser: string;
  requester: Requester;
  callbackUrl: string | null;
}): Promise<Delivered | BadPassword> {
  const { name, password, ...registration } = typed;
  const { address, requester } = registration;
  const why = await passwordRefusal(password, { address, name });
  if (why) return { ok: false, refusal: "bad-password", why };
  // what would be refused after the hash is refused before it: hashing for nothing keeps others from signing in
  const refused = await sendRefusal("registration", address, requester);
  if (refused) return refused;
  const prepared = { name, ...(await prepare(password, requester)) };
  return register({ ...registration, prepared });
}

/**
 * Makes the account of an address that a magic link has proved; the password may stay empty.
 * @throws HashQueueFull when too many wait; then the link still works
 */
export async function registerFromLink(typed: {
  token: string;
  name: string;
  password: string;
  requester: Requester;
}): Promise<Confirmed | BadPassword> {
  const { token, name, password, requester } = typed;
  const peeked = await peekToken(token, await linkPurpose(token));
  if (peeked.state !== "valid") return dead(peeked);
  const chosen = await choose(password, { address: peeked.address, name }, requester);
  if (!chosen.ok) return chosen;
  return registerProved({
    token,
    browser: null,
    requester,
    chosen: { name, ...chosen.prepared },
  });
}

/**
 * Confirms a registration; in another browser than the one that registered, with a new password or none.
 * @throws HashQueueFull when too many wait; then the link still works
 */
export async function confirmWithPassword(typed: {
  token: string;
  password: string;
  browser: string | null;
  requester: Requester;
}): Promise<Confirmed | BadPassword> {
  const { token, password, browser, requester } = typed;
  const peeked = await peekToken(token, "registration");
  if (peeked.state !== "valid") return dead(peeked);
  const chosen = await choose(password, { address: peeked.address, name: peeked.name }, requester);
  if (!chosen.ok) return chosen;
  return confirmRegistration({ token, browser, requester, chosen: chosen.prepared });
}

async function choose(
  password: string,
  context: { address: Address; name: string | null },
  requester: Requester,
): Promise<{ ok: true; prepared: Partial<Prepared> } | BadPassword> {
  if (password === "") return { ok: true, prepared: {} };
  const why = await passwordRefusal(password, context);
  if (why) return { ok: false, refusal: "bad-password", why };
  return { ok: true, prepared: await prepare(password, requester) };
}

async function prepare(password: string, { range }: Requester): Promise<Partial<Prepared>> {
  const { hash, scheme } = await hashPassword(password, range);
  return { passwordHash: hash, passwordScheme: scheme };
}

function dead(peeked: { state: TokenState; address: Address | null }): DeadToken {
  const refusal = peeked.state === "valid" ? "used" : peeked.state;
  return { ok: false, refusal, address: peeked.address };
}
