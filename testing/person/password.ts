import { hash } from "bcryptjs";
import { PUBLIC_PEPPER, USUAL_BCRYPT_COST } from "@/lib/config/hashing";
import { CURRENT_SCHEME, digestOf } from "@/lib/password/digest";

/** Everybody's who was made without another one. */
export const PASSWORD = "una clave de prueba larga";

/** As it lies in a row. */
export type PasswordHash = { hash: string; scheme: string };

/** Each hash is made once a process: it takes longer than all the rest of a person. */
const hashes = new Map<string, Promise<string>>();

/**
 * As the product hashes it, so that it is not hashed anew at the first sign-in.
 * @param settings what the product was started with
 */
export async function hashOf(
  password: string,
  settings: Readonly<Record<string, string | undefined>>,
): Promise<PasswordHash> {
  const digest = digestOf(password, CURRENT_SCHEME, settings.PASSWORD_PEPPER || PUBLIC_PEPPER);
  const cost = Number(settings.BCRYPT_COST || USUAL_BCRYPT_COST);
  const key = `${cost} ${digest}`;
  const made = hashes.get(key) ?? hash(digest, cost);
  hashes.set(key, made);
  return { hash: await made, scheme: CURRENT_SCHEME };
}
