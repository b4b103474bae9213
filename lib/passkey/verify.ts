import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { COSEALG, decodeAttestationObject, isoCBOR } from "@simplewebauthn/server/helpers";
import type { Assertion, Registration } from "./answer";
import { relyingParty } from "./relying-party";

/** In the order of our choice. The last one is what older Windows has. */
export const ALGORITHMS: number[] = [COSEALG.ES256, COSEALG.EdDSA, COSEALG.RS256];

/** What an authenticator says of itself with each use. */
export type Used = { counter: number; backedUp: boolean };
export type Made = Used & { publicKey: Uint8Array; aaguid: string };

/**
 * WebAuthn L3 §7.2, with user verification. The challenge has been claimed. The counter is for the caller to judge: it never
 * refuses.
 */
export async function verifyAssertion(
  answer: Assertion,
  publicKey: Uint8Array,
): Promise<Used | null> {
  const { id: expectedRPID, origins: expectedOrigin } = relyingParty();
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as AuthenticationResponseJSON,
      expectedChallenge: answer.challenge,
      expectedOrigin,
      expectedRPID,
      credential: { id: answer.id, publicKey: new Uint8Array(publicKey), counter: 0 },
      requireUserVerification: true,
    });
    if (!verified) return null;
    const { newCounter: counter, credentialBackedUp: backedUp } = authenticationInfo;
    return { counter, backedUp };
  } catch {
    // it throws for whatever is wrong, with words that are nobody's business
    return null;
  }
}

/**
 * WebAuthn L3 §7.1, without a certificate of the authenticator's maker, which we do not ask for: to check one, the library would ask
 * an address that stands in it.
 * @param silent made without asking anybody, for whom each use asks
 */
export async function verifyRegistration(
  answer: Registration,
  silent: boolean,
): Promise<Made | null> {
  const { id: expectedRPID, origins: expectedOrigin } = relyingParty();
  try {
    if (!isUncertified(Buffer.from(answer.response.attestationObject, "base64url"))) return null;
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as RegistrationResponseJSON,
      expectedChallenge: answer.challenge,
      expectedOrigin,
      expectedRPID,
      supportedAlgorithmIDs: ALGORITHMS,
      requireUserPresence: !silent,
      requireUserVerification: !silent,
    });
    if (!verified || registrationInfo.credential.id !== answer.id) return null;
    const { aaguid, credentialBackedUp: backedUp, credential } = registrationInfo;
    return { publicKey: credential.publicKey, counter: credential.counter, backedUp, aaguid };
  } catch {
    return null;
  }
}

/** "none", or signed by the new key itself (WebAuthn L3 §8.2, §8.7); and nothing stands behind it. */
function isUncertified(bytes: Uint8Array): boolean {
  const attestation = decodeAttestationObject(new Uint8Array(bytes));
  const format = attestation.get("fmt");
  const isSelf = format === "packed" && !attestation.get("attStmt").get("x5c");
  return (
    (format === "none" || isSelf) && isoCBOR.encode(attestation as never).length === bytes.length
  );
}
