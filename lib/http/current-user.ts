import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Person, personOfSession } from "../session/current";
import { cookieName } from "./cookies";
import { calmly } from "./retry-when-away";

export type { Person } from "../session/current";

/** Who is signed in, or null. Asked once a request, however many components want to know. */
export const currentPerson = cache(async (): Promise<Person | null> => {
  const jar = await cookies();
  return calmly(personOfSession(jar.get(cookieName("session"))?.value));
});

/** Whether this browser was signed in, and its session ended without it: elsewhere, by a new password, by its time. */
export async function sessionEnded(): Promise<boolean> {
  const jar = await cookies();
  return jar.has(cookieName("session")) && (await currentPerson()) === null;
}

/**
 * Who is signed in; a stranger is led to `/login`, and back to `path` afterwards. The first line of every page that is
 * not for everybody.
 */
export async function requirePerson(path = "/cuenta"): Promise<Person> {
  const person = await currentPerson();
  if (!person) redirect(`/login?callbackUrl=${encodeURIComponent(path).replaceAll("%2F", "/")}`);
  return person;
}
