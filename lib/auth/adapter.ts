import { PrismaAdapter } from "@auth/prisma-adapter";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { limits } from "../config/limits";
import { db } from "../database/client";
import { userOfSession } from "../session/current";
import { endSession } from "../session/end";
import { startSession, UserChanged } from "../session/start";
import type { TokenOwner } from "../token/peek";
import { keepingFaults, type Run } from "./run";

/** The adapter of one run: the step has found the user already, so next-auth neither looks up nor makes one. */
export function adapterOf(run: Run): Adapter {
  const admitted = async () => run.admitted && adapterUser(run.admitted);
  const adapter: Adapter = {
    ...(PrismaAdapter(db() as never) as Adapter),
    getUserByEmail: admitted,
    getUserByAccount: admitted,
    // called at every sign-in by link, to mark the address as verified: it always is
    updateUser: async () => {
      if (!run.admitted) throw new UserChanged();
      return adapterUser(run.admitted);
    },
    createUser: async () => {
      throw new UserChanged();
    },
    createSession: async ({ sessionToken, userId, expires }) => {
      await openSession(run);
      return { sessionToken, userId, expires };
    },
    getSessionAndUser: async (sessionToken) => {
      const user = await userOfSession(sessionToken);
      if (!user) return null;
      const { id, address: email, name, emailVerified } = user;
      // next-auth compares with this process's clock; the database's has decided already
      const session = { sessionToken, userId: id, expires: inSeconds(limits.sessionLifeSeconds) };
      return { session, user: { id, email, name, emailVerified } };
    },
    deleteSession: (sessionToken) => endSession(sessionToken),
    useVerificationToken: async ({ token }) => {
      const used = await run.steps.useLink?.();
      if (!used) return null;
      const { user } = used;
      run.admitted = user;
      run.session = used.session;
      return { identifier: user.address, token, expires: inSeconds(limits.magicLinkLifeSeconds) };
    },
  };
  return keepingFaults(run, adapter);
}

/** Opens the session, unless a step has, or leaves it waiting for its second step. @throws UserChanged when user or password changed meanwhile */
export async function openSession(run: Run): Promise<void> {
  if (run.session) return;
  const { admitted, method, client, sessionToken: token } = run;
  if (!admitted) throw new UserChanged();
  const comparedHash = method === "password" ? admitted.passwordHash : undefined;
  run.session = await startSession({ ...admitted, comparedHash }, method, client, { token });
}

function adapterUser({ id, address, name, image, emailVerified }: TokenOwner): AdapterUser {
  return { id, email: address, name, image, emailVerified };
}

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);
