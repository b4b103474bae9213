import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { detour } from "../routes";
import { type SignedInUser, userOfSession } from "../session/current";
import { cookieName } from "./cookies";
import { retryWhenAway } from "./retry-when-away";

export type { SignedInUser as Person } from "../session/current";

/** Cached: one statement a request, however many components ask. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const jar = await cookies();
  return retryWhenAway(userOfSession(jar.get(cookieName("session"))?.value));
});

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
