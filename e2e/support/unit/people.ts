import { randomBytes, randomInt } from "node:crypto";
import type { Requester } from "@/lib/client-info";
import { type Address, parseAddress } from "@/lib/email";
import type { Prepared } from "@/lib/token/one-time";
import { createAccount } from "@/lib/user/create";
import { freshAddress } from "../lab/address";

/** Somebody whom no other test knows. */
export function someone(domain?: string): Address {
  const parsed = parseAddress(freshAddress(domain));
  if (!parsed.ok) throw new Error(parsed.refusal);
  return parsed.address;
}

/** Somebody with an account. */
export async function newPerson(
  prepared: Partial<Prepared> = {},
): Promise<{ id: string; address: Address }> {
  const address = someone();
  const { id } = await createAccount(address, prepared);
  return { id, address };
}

/** Somebody who asks, from a browser and a network of their own: no test fills another's range. */
export function stranger(differing: Partial<Requester> = {}): Requester {
  const network = `10.${randomInt(256)}.${randomInt(256)}`;
  return {
    device: "Chrome en Windows",
    ip: `${network}.7`,
    range: `${network}.0/24`,
    place: null,
    browserToken: randomBytes(32).toString("base64url"),
    ...differing,
  };
}

/** The same act that many times at the same instant. @returns every outcome */
export function together<T>(times: number, act: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => act(index)));
}
