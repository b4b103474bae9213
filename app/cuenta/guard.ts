import { redirect } from "next/navigation";
import { type Person, requireUser } from "@/lib/http/current-user";
import { reauthenticationPage } from "@/lib/http/for-user";
import { retryWhenAway } from "@/lib/http/retry-when-away";
import { isReauthenticated } from "@/lib/session/reauthentication";

/** Who is signed in and has just proved to be themselves; whoever has not is led to do so, and back to `path`. */
export async function requireReauthenticatedUser(path: string): Promise<Person> {
  const user = await requireUser(path);
  const proved = await retryWhenAway(isReauthenticated(user.session.id));
  if (!proved) redirect(reauthenticationPage(path));
  return user;
}
