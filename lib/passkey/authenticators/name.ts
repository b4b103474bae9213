import NAMES from "./aaguids.json";

const names: Readonly<Record<string, string>> = NAMES;

/**
 * The name that its maker gave to an authenticator (WebAuthn L3 §6.5.1); null for one that tells nothing of itself. Without attestation it is
 * a word of its own, good for showing alone.
 */
export const authenticatorOf = (aaguid: string): string | null =>
  Object.hasOwn(names, aaguid) ? (names[aaguid] ?? null) : null;
