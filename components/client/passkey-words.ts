import type { CreationJson, RequestJson } from "./passkey-json";

const byHand = () => import("./passkey-json");

let lacking: Awaited<ReturnType<typeof byHand>> | null = null;

/**
 * Whether WebAuthn's JSON can be read and written: by the browser itself (Chrome 129, Firefox 119, Safari 18.4), else by hand.
 * What the browser lacks is there before anybody clicks, since Safari forgets a click over a fetch.
 */
export async function canRead(): Promise<boolean> {
  if ("parseRequestOptionsFromJSON" in PublicKeyCredential) return true;
  lacking ??= await byHand().catch(() => null);
  return lacking !== null;
}

export const creationOf = (json: CreationJson): PublicKeyCredentialCreationOptions =>
  lacking ? lacking.creationOf(json) : PublicKeyCredential.parseCreationOptionsFromJSON(json);

export const requestOf = (json: RequestJson): PublicKeyCredentialRequestOptions =>
  lacking ? lacking.requestOf(json) : PublicKeyCredential.parseRequestOptionsFromJSON(json);

/** A password manager that stands in for the browser gives an object of its own, which the browser's function refuses. */
export async function jsonOf(credential: PublicKeyCredential): Promise<string> {
  try {
    return JSON.stringify(PublicKeyCredential.prototype.toJSON.call(credential));
  } catch {
    return (await byHand()).jsonOf(credential);
  }
}
