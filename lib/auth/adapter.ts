import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { limits } from "../config/limits";
import { db } from "../database/client";
import { consumeMagicCode, consumeMagicLink, type LinkUse } from "../magic-link/consume";
import { userOfSession } from "../session/current";
import { endSession } from "../session/end";
import { startSession, UserChanged } from "../session/start";
import type { TokenOwner } from "../token/peek";
import { findUserByGoogle, findUserById } from "../user/find";
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
    getUser: async (id) => userFrom(await findUserById(id)),
    // whom a link let in is known by then; whoever asks for one is looked up by the verb that sends it
    getUserByEmail: async () => userFrom(journey.entered ?? null),
    getUserByAccount: async ({ providerAccountId }) =>
      userFrom(await findUserByGoogle(providerAccountId)),
    // called at every sign-in by link, to mark the address as proved: an account's always is
    updateUser: async ({ id }) => {
      const user = userFrom(journey.entered ?? (await findUserById(id)));
      if (!user) throw new UserChanged();
      return user;
    },
    // whom it would make one for had an account when they were let in
    createUser: async () => {
      throw new UserChanged();
    },
    linkAccount: shut,
    unlinkAccount: shut,
    deleteUser: shut,
    createSession: async ({ sessionToken, userId, expires }) => {
      await enter(journey, userId);
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      const user = await userOfSession(sessionToken);
      if (!user) return null;
      const { id, address: email, name, createdAt: emailVerified } = user;
      // next-auth compares with this process's clock; the database's has judged already
      const expires = new Date(Date.now() + limits.sessionLifeSeconds * 1000);
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
      journey.entered = use.account;
      const expires = new Date(Date.now() + limits.magicLinkLifeSeconds * 1000);
      return { identifier: use.account.address, token, expires };
    },
  };
  return markingAll(journey, adapter);
}

/** Opens the session of whoever next-auth let in; a link or its code has opened it already. */
export async function enter(journey: Journey, userId: string): Promise<void> {
  if (journey.entered) return;
  const { passwordSignIn, method, client, sessionToken } = journey;
  const looked = passwordSignIn?.ok ? passwordSignIn.account : null;
  const user = looked?.id === userId ? looked : await findUserById(userId);
  if (!user) throw new UserChanged();
  const comparedHash = looked?.passwordHash;
  await startSession({ ...user, comparedHash }, method, client, { token: sessionToken });
  journey.entered = user;
}

function consumeProof(journey: Journey): Promise<LinkUse> {
  const { proof, browser } = journey;
  if (!proof) throw new ShutDoor();
  return "code" in proof
    ? consumeMagicCode(browser, proof.code, journey)
    : consumeMagicLink(proof.token, journey);
}

function userFrom(user: TokenOwner | null): AdapterUser | null {
  if (!user) return null;
  const { id, address, name, image, emailVerified } = user;
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
