import { type Address, parseAddress } from "../address";
import { limits } from "../limits";

/** What Google says of an account, as far as it matters here. */
export type GoogleProfile = {
  sub: string;
  address: Address;
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
  const parsed = parseAddress(email);
  if (typeof sub !== "string" || sub === "" || !parsed.ok) return null;
  const gmail = parsed.address.endsWith("@gmail.com");
  const workspace = typeof hd === "string" && hd !== "";
  return {
    sub,
    address: parsed.address,
    name: nameOf(name),
    authoritative: verified === true && (gmail || workspace),
  };
}

/** A name as ours are: without characters that nobody sees or that no column takes, and not longer. */
function nameOf(claim: unknown): string | null {
  if (typeof claim !== "string") return null;
  const readable = claim.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return [...readable].slice(0, limits.nameLongest).join("") || null;
}
