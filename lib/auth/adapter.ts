import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { type Account, accountAt, accountById, accountOfGoogle } from "../account/find";
import { parseAddress } from "../address";
import { db } from "../database/client";
import { limits } from "../limits";
import { consumeMagicCode, consumeMagicLink, type LinkUse } from "../magic-link/consume";
import { personOfSession } from "../session/current";
import { endSession } from "../session/end";
import { startSession } from "../session/start";
import { type Journey, marking } from "./journey";

/** next-auth came to a door that this product keeps shut. */
export class ShutDoor extends Error {
  override name = "ShutDoor";
}

/**
 * The adapter of one request: every method is a verb of ours. Accounts and links are made by `google/admit` and
 * `account/confirm` before next-auth asks, never by it.
 */
export function adapterOf(journey: Journey): Adapter {
  const adapter: Adapter = {
    ...(PrismaAdapter(db() as never) as Adapter),
    getUser: async (id) => userFrom(await accountById(id)),
    getUserByEmail: async (email) => {
      const parsed = parseAddress(email);
      return parsed.ok ? userFrom(await accountAt(parsed.address)) : null;
    },
    getUserByAccount: async ({ providerAccountId }) =>
      userFrom(await accountOfGoogle(providerAccountId)),
    // called at every sign-in by link, to mark the address as proved: an account's always is
    updateUser: async ({ id }) => {
      const user = userFrom(await accountById(id));
      if (!user) throw new ShutDoor("no such account");
      return user;
    },
    createUser: shut,
    linkAccount: shut,
    unlinkAccount: shut,
    deleteUser: shut,
    createSession: async ({ sessionToken, userId, expires }) => {
      await enter(journey, userId, sessionToken);
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      const person = await personOfSession(sessionToken);
      if (!person) return null;
      const { id, address: email, name, createdAt: emailVerified } = person;
      // next-auth compares with this process's clock; the database's has judged already
      const expires = new Date(Date.now() + limits.sessionLife * 1000);
      const session = { sessionToken, userId: id, expires };
      return { session, user: { id, email, name, emailVerified } };
    },
    updateSession: async () => null,
    deleteSession: (sessionToken) => endSession(sessionToken),
    // written by `delivery/deliver`: next-auth would store and send side by side
    createVerificationToken: async (verification) => verification,
    useVerificationToken: async ({ token }) => {
      const use = await consumeProof(journey);
      journey.linkUse = use;
      if (!use.ok || use.kind === "address") return null;
      journey.callbackUrl = use.callbackUrl;
      const expires = new Date(Date.now() + limits.magicLinkLife * 1000);
      return { identifier: use.address, token, expires };
    },
  };
  return markingAll(journey, adapter);
}

/** Opens the session of whoever next-auth let in. */
export async function enter(journey: Journey, userId: string, token: string): Promise<void> {
  const { passwordSignIn } = journey;
  const looked = passwordSignIn?.ok ? passwordSignIn.account : null;
  const account = looked?.id === userId ? looked : await accountById(userId);
  if (!account) throw new ShutDoor("no such account");
  const comparedHash = looked?.passwordHash;
  await startSession({ ...account, comparedHash }, journey.method, journey.requester, token);
  journey.entered = { address: account.address, token };
}

function consumeProof({ proof, browser, requester }: Journey): Promise<LinkUse> {
  if (!proof) throw new ShutDoor();
  return "code" in proof
    ? consumeMagicCode(browser, proof.code, requester)
    : consumeMagicLink(proof.token);
}

function userFrom(account: Account | null): AdapterUser | null {
  if (!account) return null;
  const { id, address, name, image, emailVerified } = account;
  return { id, email: address, name, image, emailVerified };
}

async function shut(): Promise<never> {
  throw new ShutDoor();
}

/** next-auth swallows what an adapter throws, and then nobody seems to be signed in. */
function markingAll(journey: Journey, adapter: Adapter): Adapter {
  const marked = Object.entries(adapter).map(([name, method]) => [name, marking(journey, method)]);
  return Object.fromEntries(marked);
}
