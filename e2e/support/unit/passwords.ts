import type { Email } from "@/lib/email";
import { hashPassword } from "@/lib/password/hash";
import { hashQueue, inHashQueue } from "@/lib/password/queue";
import { PASSWORD } from "@/testing/person/password";
import { newPerson } from "./people";

export { PASSWORD };

/** `PASSWORD` hashed once for each set of settings that a file tries: a hash takes longer than what is tested. */
const hashes = new Map<string, ReturnType<typeof hashPassword>>();

/** Somebody whose account has `PASSWORD`. */
export async function withPassword(): Promise<{ id: string; address: Email }> {
  const { PASSWORD_PEPPER, BCRYPT_COST } = process.env;
  const settings = `${PASSWORD_PEPPER} ${BCRYPT_COST}`;
  const hashed = hashes.get(settings) ?? hashPassword(PASSWORD);
  hashes.set(settings, hashed);
  const { hash, scheme } = await hashed;
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
