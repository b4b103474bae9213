import { createAccount, linkGoogle } from "../account/create";
import { type Account, accountAt, accountById, accountOfGoogle } from "../account/find";
import { recordRegistration, register } from "../account/register";
import type { Delivered } from "../delivery/deliver";
import type { Requester } from "../requester";
import type { GoogleProfile } from "./authority";

export type GoogleAdmission =
  | { ok: true; account: Account }
  | { ok: false; refusal: "not-linked" }
  | { ok: false; refusal: "verify-address"; delivered: Delivered };

/**
 * Which account a Google account opens. Known by its subject; a new subject links itself to an account, or makes one,
 * only where Google is the authority on the address. Ten first sign-ins at once make one person.
 * @param browser the cookie of the browser that signs in
 */
export async function admitByGoogle(
  google: GoogleProfile,
  browser: string,
  requester: Requester,
): Promise<GoogleAdmission> {
  const linked = await accountOfGoogle(google.sub);
  if (linked) return { ok: true, account: linked };
  const { sub, address, name } = google;
  if (google.authoritative) return enter(google, requester);
  if (await accountAt(address)) return { ok: false, refusal: "not-linked" };
  const prepared = { name, googleSub: sub };
  const delivered = await register({ address, browser, requester, callbackUrl: null, prepared });
  return { ok: false, refusal: "verify-address", delivered };
}

async function enter(google: GoogleProfile, requester: Requester): Promise<GoogleAdmission> {
  const { sub, address, name } = google;
  const { id, created } = await createAccount(address, { name, googleSub: sub });
  if (created) await recordRegistration({ id, address }, requester);
  else await linkGoogle(id, google);
  // asked again: whoever was first decides whose this subject is
  const account = (await accountOfGoogle(sub)) ?? (await accountById(id));
  return account ? { ok: true, account } : { ok: false, refusal: "not-linked" };
}
