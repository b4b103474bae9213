import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { ALGORITHMS, algorithmOf, ES256, isOfItsAlgorithm } from "./algorithms";
import type { Assertion, Registration } from "./answer";
import { isEcdsaSignature } from "./der";
import { relyingParty } from "./relying-party";

/** Of two numbers in DER, as ES256 has it; nobody's. */
const SOME_SIGNATURE = Uint8Array.of(0x30, 6, 2, 1, 1, 2, 1, 1);

/** What an authenticator says of itself with each use. */
export type Used = { counter: number; backedUp: boolean };
export type Made = Used & { publicKey: Uint8Array; aaguid: string };

/** Loaded with the first answer: with what reads certificates in it, it takes 25 MB and half a second of a start. */
async function library() {
  const [ceremonies, helpers] = await Promise.all([
    import("@simplewebauthn/server"),
    import("@simplewebauthn/server/helpers"),
  ]);
  const keyFrom = (publicKey: Uint8Array) =>
    helpers.decodeCredentialPublicKey(new Uint8Array(publicKey)) as unknown as Map<number, unknown>;
  return { ...ceremonies, ...helpers, keyFrom };
}
type Library = Awaited<ReturnType<typeof library>>;

/**
 * WebAuthn L3 §7.2, with user verification. The challenge has been claimed. The counter is for the caller to judge: it never
 * refuses.
 */
export async function verifyAssertion(
  answer: Assertion,
  publicKey: Uint8Array,
): Promise<Used | null> {
  const { verifyAuthenticationResponse, keyFrom } = await library();
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
    const isOneSpelling =
      algorithmOf(keyFrom(publicKey)) !== ES256 ||
      isEcdsaSignature(Buffer.from(answer.response.signature, "base64url"));
    if (!verified || !isOneSpelling) return null;
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
  const loaded = await library();
  const { verifyRegistrationResponse, verifySignature, keyFrom } = loaded;
  const { id: expectedRPID, origins: expectedOrigin } = relyingParty();
  try {
    if (!isUncertified(answer.response.attestationObject, loaded)) return null;
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
    const { publicKey, counter } = credential;
    if (!isOfItsAlgorithm(keyFrom(publicKey))) return null;
    // it throws for a key that is none, whose owner would find out at the next sign-in
    const data = new Uint8Array();
    await verifySignature({ signature: SOME_SIGNATURE, data, credentialPublicKey: publicKey });
    return { publicKey, counter, backedUp, aaguid };
  } catch {
    return null;
  }
}

/** "none", or signed by the new key itself (WebAuthn L3 §8.2, §8.7); and nothing stands behind it. */
function isUncertified(
  attestationObject: string,
  { decodeAttestationObject, isoCBOR }: Library,
): boolean {
  const bytes = new Uint8Array(Buffer.from(attestationObject, "base64url"));
  const attestation = decodeAttestationObject(bytes);
  const format = attestation.get("fmt");
  const isSelf = format === "packed" && !attestation.get("attStmt").get("x5c");
  return (
    (format === "none" || isSelf) && isoCBOR.encode(attestation as never).length === bytes.length
  );
}
