import { redirect } from "next/navigation";
import { type Person, requirePerson } from "@/lib/http/current-user";
import { confirmingPage } from "@/lib/http/for-user";
import { calmly } from "@/lib/http/retry-when-away";
import { isProved } from "@/lib/session/reauthentication";

/** Who is signed in and has just proved to be themselves; whoever has not is led to do so, and back to `path`. */
export async function requireProvedPerson(path: string): Promise<Person> {
  const person = await requirePerson(path);
  const proved = await calmly(isProved(person.session.id));
  if (!proved) redirect(confirmingPage(path));
  return person;
}
