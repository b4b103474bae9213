import type { Email } from "@/lib/email";
import { hashQueue, inHashQueue } from "@/lib/password/queue";
import { hashOf, PASSWORD } from "@/testing/person/password";
import { newPerson } from "./people";

export { PASSWORD };

/** Somebody whose account has `PASSWORD`. */
export async function withPassword(): Promise<{ id: string; address: Email }> {
  const { hash, scheme } = await hashOf(PASSWORD, process.env);
  return newPerson({ name: "Ana", passwordHash: hash, passwordScheme: scheme });
}

/** Fills the hash queue to its bound while `act` runs. */
export async function whileHashesWait<T>(act: () => Promise<T>): Promise<T> {
  let free = () => {};
  const until = new Promise<void>((resolve) => {
    free = resolve;
  });
  const places = Array.from({ length: hashQueue.slots + hashQueue.places });
  const waiting = places.map(() => inHashQueue(() => until));
  try {
    return await act();
  } finally {
    free();
    await Promise.all(waiting);
  }
}
