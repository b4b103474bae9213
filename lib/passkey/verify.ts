import {
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import {
  COSEALG,
  cose,
  decodeAttestationObject,
  decodeCredentialPublicKey,
  isoCBOR,
  verifySignature,
} from "@simplewebauthn/server/helpers";
import type { Assertion, Registration } from "./answer";
import { isEcdsaSignature } from "./der";
import { relyingParty } from "./relying-party";

/**
 * COSE's algorithms, in the order of our choice, with the kind of key and the curve that each is of (RFC 9053 §2, RFC 8230, RFC 8812). The last
 * one is what older Windows has.
 */
const KEYS = new Map<number, { kind: number; curve?: number }>([
  [COSEALG.ES256, { kind: cose.COSEKTY.EC2, curve: cose.COSECRV.P256 }],
  [COSEALG.EdDSA, { kind: cose.COSEKTY.OKP, curve: cose.COSECRV.ED25519 }],
  [COSEALG.RS256, { kind: cose.COSEKTY.RSA }],
]);
export const ALGORITHMS = [...KEYS.keys()];

/** Of two numbers in DER, as ES256 has it; nobody's. */
const SOME_SIGNATURE = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1);

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
    if (!verified || !isOneSpelling(answer.response.signature, publicKey)) return null;
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
    if (!isOfItsAlgorithm(credential.publicKey)) return null;
    // it throws for a key that is none, whose owner would find out at the next sign-in
    await verifySignature({
      signature: SOME_SIGNATURE,
      data: new Uint8Array(),
      credentialPublicKey: credential.publicKey,
    });
    return { publicKey: credential.publicKey, counter: credential.counter, backedUp, aaguid };
  } catch {
    return null;
  }
}

/** The library takes a key for whatever algorithm it says it has. */
function isOfItsAlgorithm(publicKey: Uint8Array): boolean {
  const key = keyFrom(publicKey);
  const { kind, curve } = KEYS.get(Number(key.get(cose.COSEKEYS.alg))) ?? {};
  const own = key as unknown as Map<number, unknown>;
  return own.get(cose.COSEKEYS.kty) === kind && (!curve || own.get(cose.COSEKEYS.crv) === curve);
}

function isOneSpelling(signature: string, publicKey: Uint8Array): boolean {
  const algorithm = keyFrom(publicKey).get(cose.COSEKEYS.alg);
  return algorithm !== COSEALG.ES256 || isEcdsaSignature(Buffer.from(signature, "base64url"));
}

const keyFrom = (publicKey: Uint8Array) => decodeCredentialPublicKey(new Uint8Array(publicKey));

/** "none", or signed by the new key itself (WebAuthn L3 §8.2, §8.7); and nothing stands behind it. */
function isUncertified(bytes: Uint8Array): boolean {
  const attestation = decodeAttestationObject(new Uint8Array(bytes));
  const format = attestation.get("fmt");
  const isSelf = format === "packed" && !attestation.get("attStmt").get("x5c");
  return (
    (format === "none" || isSelf) && isoCBOR.encode(attestation as never).length === bytes.length
  );
}
