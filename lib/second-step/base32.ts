/** RFC 4648 §6: what an authenticator app takes. */
export const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** Crockford's: without I, L, O and U, which a reader takes for 1, 1, 0 and V. */
export const LEGIBLE = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** Five bits a character, without padding. @param bytes a multiple of five of them */
export function base32(bytes: Uint8Array, alphabet: string): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return bits.replace(/.{5}/g, (five) => alphabet[Number.parseInt(five, 2)] ?? "");
}

/** In groups of four, to be read and typed. */
export function inGroups(characters: string, between: string): string {
  return characters.match(/.{1,4}/g)?.join(between) ?? "";
}
