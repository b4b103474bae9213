import { AsyncLocalStorage } from "node:async_hooks";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { detour } from "../routes";
import { type SignedInUser, userOfSession } from "../session/current";
import { singleton } from "../singleton";
import { cookieName } from "./cookies";
import { retryWhenAway } from "./retry-when-away";

export type { SignedInUser as Person } from "../session/current";

const request = singleton(
  "current-user",
  () => new AsyncLocalStorage<{ user?: Promise<SignedInUser | null> }>(),
);

/** Around what answers one request: the session is looked at once, however many ask. */
export const lookingOnce = <T>(work: () => T): T => request.run({}, work);

export function currentUser(): Promise<SignedInUser | null> {
  const seen = request.getStore();
  if (!seen) return look();
  seen.user ??= look();
  return seen.user;
}

async function look(): Promise<SignedInUser | null> {
  const jar = await cookies();
  return retryWhenAway(userOfSession(jar.get(cookieName("session"))?.value));
}

/** Whether this browser's session ended elsewhere: by another device, a new password or its age. */
export async function sessionEnded(): Promise<boolean> {
  const jar = await cookies();
  return jar.has(cookieName("session")) && (await currentUser()) === null;
}

/** First line of every private page; strangers are sent to `/login`, and back to `path` afterwards. */
export async function requireUser(path = "/cuenta"): Promise<SignedInUser> {
  const user = await currentUser();
  if (!user) redirect(detour("/login", path));
  return user;
}
