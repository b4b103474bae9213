import type { Email } from "@/lib/email";
import { hashPassword } from "@/lib/password/hash";
import { hashQueue, inHashQueue } from "@/lib/password/queue";
import { newPerson } from "./people";

export const PASSWORD = "una clave de prueba larga";

/** Somebody whose account has `PASSWORD`. */
export async function withPassword(): Promise<{ id: string; address: Email }> {
  const { hash, scheme } = await hashPassword(PASSWORD);
  return newPerson({ name: "Ana", passwordHash: hash, passwordScheme: scheme });
}

/** Fills the hash queue to its bound while `act` runs. */
export async function whileHashesWait<T>(act: () => Promise<T>): Promise<T> {
  let free = () => {};
  const until = new Promise<void>((resolve) => {
    free = resolve;
  });
  const places = Array.from({ length: hashQueue.slots + hashQueue.places });
  const hashes = places.map(() => inHashQueue(() => until));
  try {
    return await act();
  } finally {
    free();
    await Promise.all(hashes);
  }
}
