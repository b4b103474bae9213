import type { ClientInfo } from "../client-info";
import type { Database } from "../database/client";
import { transact } from "../database/transaction";
import type { Email } from "../email";
import { recordRegistration, register } from "../registration/register";
import type { Delivered } from "../token/deliver";
import { AddressReserved, createUser, linkGoogle } from "../user/create";
import { findUserByEmail, findUserByGoogle, findUserById, type User } from "../user/find";
import type { GoogleProfile } from "./authority";
import { recordAndNotify } from "./link";

export type GoogleAdmission =
  | { ok: true; user: User }
  | { ok: false; refusal: "not-linked" }
  | { ok: false; refusal: "verify-address"; address: Email; delivered: Delivered };

export type GoogleSignIn = { browser: string; client: ClientInfo; callbackUrl: string | null };

/**
 * A new subject is linked to a user, or makes one, only where Google is the authority on the address. Of ten first
 * sign-ins at once one makes the user.
 */
export async function admitByGoogle(
  google: GoogleProfile,
  signIn: GoogleSignIn,
): Promise<GoogleAdmission> {
  const linked = await findUserByGoogle(google.sub);
  if (linked) return { ok: true, user: linked };
  const { sub, address, name } = google;
  if (google.authoritative) return linkOrCreate(google, signIn.client);
  if (await findUserByEmail(address)) return { ok: false, refusal: "not-linked" };
  const prepared = { name, googleSub: sub };
  const delivered = await register({ ...signIn, address, prepared });
  return { ok: false, refusal: "verify-address", address, delivered };
}

async function linkOrCreate(google: GoogleProfile, client: ClientInfo): Promise<GoogleAdmission> {
  try {
    return await linkedOrCreated(google, client);
  } catch (fault) {
    if (fault instanceof AddressReserved) return { ok: false, refusal: "not-linked" };
    throw fault;
  }
}

async function linkedOrCreated(
  google: GoogleProfile,
  client: ClientInfo,
): Promise<GoogleAdmission> {
  const { sub, address, name } = google;
  const id = await transact(async (database) => {
    const made = await createUser(address, { name, googleSub: sub }, database);
    const owner = { id: made.id, address };
    if (made.created) await recordRegistration(owner, client, database);
    // behind a second step a new way in is linked by who has passed it: here nobody has yet
    else if (await hasSecondStep(made.id, database)) return made.id;
    else if ((await linkGoogle(made.id, google, database)) === "new")
      await recordAndNotify("google-linked", owner, client, database);
    return made.id;
  });
  // the first of several requests decides whose subject it is
  const user = (await findUserByGoogle(sub)) ?? (await findUserById(id));
  return user ? { ok: true, user } : { ok: false, refusal: "not-linked" };
}

/** Their row is locked by now. */
async function hasSecondStep(id: string, transaction: Database): Promise<boolean> {
  return (await transaction.user.count({ where: { id, totpId: { not: null } } })) > 0;
}
