import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { detour } from "../routes";
import { type SignedInUser, userOfSession } from "../session/current";
import { cookieName } from "./cookies";
import { retryWhenAway } from "./retry-when-away";

export type { SignedInUser as Person } from "../session/current";

/** Who is signed in, or null. Asked once a request, however many components want to know. */
export const currentUser = cache(async (): Promise<SignedInUser | null> => {
  const jar = await cookies();
  return retryWhenAway(userOfSession(jar.get(cookieName("session"))?.value));
});

/** Whether this browser was signed in, and its session ended without it: elsewhere, by a new password, by its time. */
export async function sessionEnded(): Promise<boolean> {
  const jar = await cookies();
  return jar.has(cookieName("session")) && (await currentUser()) === null;
}

/**
 * Who is signed in; a stranger is led to `/login`, and back to `path` afterwards. The first line of every page that is
 * not for everybody.
 */
export async function requireUser(path = "/cuenta"): Promise<SignedInUser> {
  const user = await currentUser();
  if (!user) redirect(detour("/login", path));
  return user;
}
