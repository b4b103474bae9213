import { redirect } from "next/navigation";
import { type Person, requireUser } from "@/lib/http/current-user";
import { reauthenticationPage } from "@/lib/http/for-user";

/** The signed-in user after a recent reauthentication; without one the page leads to it, and back to `path`. */
export async function requireReauthenticatedUser(path: string): Promise<Person> {
  const user = await requireUser(path);
  if (!user.session.reauthenticated) redirect(reauthenticationPage(path));
  return user;
}
