import type { ClientInfo } from "../client-info";
import type { Email } from "../email";
import { type BadPassword, passwordRefusal } from "../password/choose";
import { hashPassword } from "../password/hash";
import { emailRefusal } from "../rate-limit/emails";
import type { Delivered } from "../token/deliver";
import type { Prepared } from "../token/one-time";
import { peekToken, SIGN_IN_PURPOSES, type TokenState } from "../token/peek";
import { type Confirmed, confirmRegistration, registerVerified } from "./confirm";
import { register } from "./register";

type DeadToken = {
  ok: false;
  refusal: Exclude<TokenState, "valid">;
  address: Email | null;
};

/** The hash waits with the registration's token. @throws HashQueueFull */
export async function registerWithPassword(typed: {
  address: Email;
  name: string;
  password: string;
  browser: string;
  client: ClientInfo;
  callbackUrl: string | null;
}): Promise<Delivered | BadPassword> {
  const { name, password, ...registration } = typed;
  const { address, client } = registration;
  const why = await passwordRefusal(password, { address, name });
  if (why) return { ok: false, refusal: "bad-password", why };
  // checked before hashing: a hash in vain keeps others from signing in
  const refused = await emailRefusal("registration", address, client.subnet);
  if (refused) return refused;
  const prepared = { name, ...(await prepare(password, client)) };
  return register({ ...registration, prepared });
}

/** The password may stay empty. @throws HashQueueFull; the link still works */
export async function registerFromLink(typed: {
  token: string;
  name: string;
  password: string;
  client: ClientInfo;
}): Promise<Confirmed | BadPassword> {
  const { token, name, password, client } = typed;
  const peeked = await peekToken(token, SIGN_IN_PURPOSES);
  if (peeked.state !== "valid") return dead(peeked);
  const chosen = await choose(password, { address: peeked.address, name }, client);
  if (!chosen.ok) return chosen;
  return registerVerified({
    token,
    browser: null,
    client,
    chosen: { name, ...chosen.prepared },
  });
}

/**
 * Another browser than the registering one needs a new password or none.
 * @throws HashQueueFull; the link still works
 */
export async function confirmWithPassword(typed: {
  token: string;
  password: string;
  browser: string | null;
  client: ClientInfo;
}): Promise<Confirmed | BadPassword> {
  const { token, password, browser, client } = typed;
  const peeked = await peekToken(token, "registration");
  if (peeked.state !== "valid") return dead(peeked);
  const chosen = await choose(password, { address: peeked.address, name: peeked.name }, client);
  if (!chosen.ok) return chosen;
  return confirmRegistration({ token, browser, client, chosen: chosen.prepared });
}

async function choose(
  password: string,
  context: { address: Email; name: string | null },
  client: ClientInfo,
): Promise<{ ok: true; prepared: Partial<Prepared> } | BadPassword> {
  if (password === "") return { ok: true, prepared: {} };
  const why = await passwordRefusal(password, context);
  if (why) return { ok: false, refusal: "bad-password", why };
  return { ok: true, prepared: await prepare(password, client) };
}

async function prepare(password: string, { subnet }: ClientInfo): Promise<Partial<Prepared>> {
  const { hash, scheme } = await hashPassword(password, subnet);
  return { passwordHash: hash, passwordScheme: scheme };
}

function dead(peeked: { state: TokenState; address: Email | null }): DeadToken {
  const refusal = peeked.state === "valid" ? "used" : peeked.state;
  return { ok: false, refusal, address: peeked.address };
}
