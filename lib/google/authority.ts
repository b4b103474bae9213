import { type Email, parseEmail } from "../email";
import { nameFrom } from "../name";

export type GoogleProfile = {
  sub: string;
  address: Email;
  name: string | null;
  authoritative: boolean;
};

/**
 * Google is the authority on an address only when it calls it verified (boolean `true`: some replies carry the string)
 * and it is Gmail's or a Workspace account's (developers.google.com/identity/account-linking).
 * @returns null without a usable subject or address
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
