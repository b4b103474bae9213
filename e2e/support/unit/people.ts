import { randomBytes, randomInt } from "node:crypto";
import type { ClientInfo } from "@/lib/client-info";
import { type Email, parseEmail } from "@/lib/email";
import { keptDevice } from "@/lib/messages/origin";
import { reader } from "@/lib/messages/reader";
import type { Prepared } from "@/lib/token/one-time";
import { createUser } from "@/lib/user/create";
import { freshAddress } from "@/testing/address";

/** Somebody whom no other test knows. */
export function someone(domain?: string): Email {
  const parsed = parseEmail(freshAddress(domain));
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.address;
}

/** Somebody with an account. */
export async function newPerson(
  prepared: Partial<Prepared> = {},
): Promise<{ id: string; address: Email }> {
  const address = someone();
  const { id } = await createUser(address, prepared);
  return { id, address };
}

/** Somebody who asks, from a browser and a network of their own: no test fills another's range. */
export function stranger(differing: Partial<ClientInfo> = {}): ClientInfo {
  const network = `10.${randomInt(256)}.${randomInt(256)}`;
  return {
    device: keptDevice("Chrome", "Windows"),
    ip: `${network}.7`,
    subnet: `${network}.0/24`,
    place: null,
    reader: reader(),
    browserToken: randomBytes(32).toString("base64url"),
    trustedTokens: [],
    sessionToken: undefined,
    ...differing,
  };
}

/** The same act that many times at the same instant. @returns every outcome */
export function together<T>(times: number, act: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => act(index)));
}
