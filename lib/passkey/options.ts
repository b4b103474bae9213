import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialDescriptorJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { limits } from "../config/limits";
import { db } from "../database/client";
import type { Email } from "../email";
import { newToken } from "../secrets";
import { ALGORITHMS } from "./algorithms";
import { NOW_SECONDS, newChallenge, nowSeconds, ofSession } from "./challenge";
import { relyingParty } from "./relying-party";

type Owner = { id: string; address: Email; name: string | null; session: { id: string } };
type Kept = { credentialId: string; transports: string[] };

const timeout = limits.challengeLifeSeconds * 1000;

/**
 * For `navigator.credentials.get()`: no address, and nobody's passkeys, so that it tells nothing of anybody.
 * @param browser the cookie of the browser that asks
 */
export async function signInOptions(
  browser: string,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const challenge = newChallenge({ purpose: "sign-in", bound: browser }, await nowSeconds());
  return { challenge, rpId: relyingParty().id, userVerification: "required", timeout };
}

/** For `navigator.credentials.get()` of who is signed in: their passkeys alone. */
export async function proofOptions(owner: Owner): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const kept = await db().passkey.findMany({
    where: { userId: owner.id },
    select: { credentialId: true, transports: true },
  });
  const use = { purpose: "prove", bound: ofSession(owner) } as const;
  return {
    challenge: newChallenge(use, await nowSeconds()),
    rpId: relyingParty().id,
    allowCredentials: kept.map(descriptorOf),
    userVerification: "required",
    timeout,
  };
}

/**
 * For `navigator.credentials.create()`; the user gets a handle with the first ones. @returns null where they have been removed, "full" where
 * they have as many as they may
 * @param silent for a browser that makes one without asking: it cannot verify the user then (WebAuthn L3 §5.1.3)
 */
export async function creationOptions(
  owner: Owner,
  silent: boolean,
): Promise<PublicKeyCredentialCreationOptionsJSON | "full" | null> {
  const { id, address, name } = owner;
  const [row] = await db().$queryRaw<{ handle: string; now: number; passkeys: Kept[] }[]>`
    update "User" u set "passkeyHandle" = coalesce("passkeyHandle", ${newToken()}) where id = ${id}::uuid
    returning "passkeyHandle" as handle, ${NOW_SECONDS} as now, coalesce((
      select json_agg(json_build_object('credentialId', "credentialId", 'transports', transports))
      from "Passkey" p where p."userId" = u.id), '[]') as passkeys`;
  if (!row) return null;
  if (row.passkeys.length >= limits.passkeysPerUser) return "full";
  const { id: rpId, name: rpName } = relyingParty();
  return {
    challenge: newChallenge({ purpose: "add", bound: ofSession(owner) }, row.now),
    rp: { id: rpId, name: rpName },
    user: { id: row.handle, name: address, displayName: name ?? address },
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: "public-key", alg })),
    excludeCredentials: row.passkeys.map(descriptorOf),
    authenticatorSelection: {
      residentKey: "required",
      requireResidentKey: true,
      userVerification: silent ? "preferred" : "required",
    },
    attestation: "none",
    extensions: { credProps: true },
    timeout,
  };
}

const descriptorOf = ({ credentialId, transports }: Kept): PublicKeyCredentialDescriptorJSON => ({
  type: "public-key",
  id: credentialId,
  transports: transports as PublicKeyCredentialDescriptorJSON["transports"],
});
