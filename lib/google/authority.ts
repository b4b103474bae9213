import { type Email, parseEmail } from "../email";
import { nameFrom } from "../name";

/** What Google says of an account, as far as it matters here. */
export type GoogleProfile = {
  sub: string;
  address: Email;
  name: string | null;
  /** whether Google is the authority on the address */
  authoritative: boolean;
};

/**
 * Reads a Google profile. Google is the authority on an address only when it calls it verified (the boolean: some
 * answers carry the string) and the address is Gmail's or the account a Workspace one
 * (developers.google.com/identity/account-linking).
 * @returns null when there is no usable subject or address
 */
export function readGoogleProfile(claims: Record<string, unknown>): GoogleProfile | null {
  const { sub, email, name, email_verified: verified, hd } = claims;
  const parsed = parseEmail(email);
  if (typeof sub !== "string" || sub === "" || !parsed.ok) return null;
  const gmail = parsed.address.endsWith("@gmail.com");
  const workspace = typeof hd === "string" && hd !== "";
  return {
    sub,
    address: parsed.address,
    name: typeof name === "string" ? nameFrom(name) : null,
    authoritative: verified === true && (gmail || workspace),
  };
}
