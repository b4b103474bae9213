import { read, written } from "./base64url";

/** What an endpoint gives for a ceremony (WebAuthn L3 §5.1.8, §5.1.9). */
export type CreationJson = PublicKeyCredentialCreationOptionsJSON;
export type RequestJson = PublicKeyCredentialRequestOptionsJSON;

type Named = PublicKeyCredentialDescriptorJSON;

const named = (credentials: Named[] = []) =>
  credentials.map((one) => ({ ...one, id: read(one.id) }) as PublicKeyCredentialDescriptor);

export function creationOf(json: CreationJson): PublicKeyCredentialCreationOptions {
  return {
    ...json,
    challenge: read(json.challenge),
    user: { ...json.user, id: read(json.user.id) },
    excludeCredentials: named(json.excludeCredentials),
  } as PublicKeyCredentialCreationOptions;
}

export function requestOf(json: RequestJson): PublicKeyCredentialRequestOptions {
  return {
    ...json,
    challenge: read(json.challenge),
    allowCredentials: named(json.allowCredentials),
  } as PublicKeyCredentialRequestOptions;
}

/** For who has no `toJSON()` that says it (`components/client/passkey-words.ts`). */
export function jsonOf(credential: PublicKeyCredential): string {
  const { id, type, rawId, authenticatorAttachment } = credential;
  const response = credential.response as AuthenticatorAttestationResponse &
    AuthenticatorAssertionResponse;
  const { clientDataJSON, attestationObject, authenticatorData, signature, userHandle } = response;
  const said = attestationObject
    ? {
        attestationObject: written(attestationObject),
        transports: response.getTransports?.() ?? [],
      }
    : {
        authenticatorData: written(authenticatorData),
        signature: written(signature),
        ...(userHandle && { userHandle: written(userHandle) }),
      };
  return JSON.stringify({
    ...{ id, type, authenticatorAttachment },
    rawId: written(rawId),
    clientExtensionResults: {},
    response: { clientDataJSON: written(clientDataJSON), ...said },
  });
}
