import { redirect } from "next/navigation";
import { calmly } from "@/lib/door/calm";
import { confirmingPage } from "@/lib/door/owner";
import { type Person, requirePerson } from "@/lib/door/person";
import { isProved } from "@/lib/session/prove";

/** Who is signed in and has just proved to be themselves; whoever has not is led to do so, and back to `path`. */
export async function requireProvedPerson(path: string): Promise<Person> {
  const person = await requirePerson(path);
  const proved = await calmly(isProved(person.session.id));
  if (!proved) redirect(confirmingPage(path));
  return person;
}
