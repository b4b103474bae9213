import { generateKeyPair } from "node:crypto";
import { promisify } from "node:util";
import { newToken } from "@/lib/secrets";
import { encode } from "../cbor";
import { coseOf } from "../cose";
import type { PasskeyKey } from "./person";

/** A new ES256 pair. @param rpId the product's host @returns also its public half as COSE, as a row keeps it */
export async function newPasskey(
  rpId: string,
): Promise<{ passkey: PasskeyKey; publicKey: Buffer }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("ec", { namedCurve: "P-256" });
  const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" }).toString("base64");
  const passkey = { credentialId: newToken(), rpId, userHandle: newToken(), privateKey: pkcs8 };
  return { passkey, publicKey: encode(coseOf(publicKey.export({ format: "jwk" }))) };
}
