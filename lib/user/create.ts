import { type Database, db } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { reader } from "../messages/reader";
import { forgetAttempts } from "../rate-limit/attempts";
import type { Prepared } from "../token/one-time";
import { isReserved } from "../token/undo";

export type GoogleIdentity = { sub: string; address: string };

type Made = { id: string; created: boolean };

/** The address is somebody's who can still have it back. */
export class AddressReserved extends Error {
  override name = "AddressReserved";
}

/** Finds the user when made meanwhile, who takes nothing of `prepared`. One transaction. @throws AddressReserved */
export async function createUser(
  address: Email,
  prepared: Partial<Prepared>,
  transaction?: Database,
): Promise<Made> {
  if (transaction) return make(address, prepared, transaction);
  return transact((own) => make(address, prepared, own));
}

async function make(
  address: Email,
  prepared: Partial<Prepared>,
  transaction: Database,
): Promise<Made> {
  const { language, timeZone } = reader();
  const [made] = await transaction.$queryRaw<{ id: string }[]>`
    insert into "User" (email, name, "passwordHash", "passwordScheme", language, "timeZone")
    values (${address}, ${prepared.name ?? null}, ${prepared.passwordHash ?? null}, ${prepared.passwordScheme ?? null},
      ${language}, ${timeZone})
    on conflict (email) do nothing returning id`;
  if (made) {
    // looked at afterwards: the insert may have waited for a change that made the address free
    if (await isReserved(address, made.id, transaction)) throw new AddressReserved();
    // wrong attempts before the user existed were not at this password
    if (prepared.passwordHash) await forgetAttempts(address, transaction);
    if (prepared.googleSub)
      await linkGoogle(made.id, { sub: prepared.googleSub, address }, transaction);
    return { id: made.id, created: true };
  }
  // locked: what the caller adds would else stay with a user who has another address by then
  const [found] = await transaction.$queryRaw<{ id: string }[]>`
    select id from "User" where email = ${address} for no key update`;
  return found ? { id: found.id, created: false } : make(address, prepared, transaction);
}

/** A linked subject stays where it is. @returns "known": linked to this user before; "taken": to another */
export async function linkGoogle(
  userId: string,
  google: GoogleIdentity,
  database: Database = db(),
): Promise<"new" | "known" | "taken"> {
  const inserted = await database.$executeRaw`
    insert into "Account" ("userId", provider, "providerAccountId", address)
    values (${userId}::uuid, 'google', ${google.sub}, ${google.address})
    on conflict (provider, "providerAccountId") do nothing`;
  if (inserted > 0) return "new";
  const linked = await database.account.findUnique({
    where: { provider_providerAccountId: { provider: "google", providerAccountId: google.sub } },
    select: { userId: true },
  });
  return linked?.userId === userId ? "known" : "taken";
}
