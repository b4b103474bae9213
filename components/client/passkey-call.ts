import type { CreationJson, RequestJson } from "./passkey-json";
import { creationOf, jsonOf, requestOf } from "./passkey-words";

/**
 * What became of asking the authenticator: a credential as JSON; `none` where the person said no, or it was called off;
 * `there` where the authenticator has one of this account already; `failed` where it could not be asked.
 */
export type Called = { credential: string } | "none" | "there" | "failed";

type Mediation = "optional" | "conditional";

/** A page may have one at a time. */
let outstanding: AbortController | null = null;
let offering = false;

export function callOff(): void {
  outstanding?.abort();
  outstanding = null;
}

/** Whether the browser's own dialog may be open. */
export const isAsking = (): boolean => outstanding !== null && !offering;

/** `conditional`: the browser offers it among what it would fill into the field of the address, without a dialog. */
export function sign(options: RequestJson, mediation: Mediation = "optional"): Promise<Called> {
  return call(mediation, (signal) =>
    navigator.credentials.get({ publicKey: requestOf(options), mediation, signal }),
  );
}

/** `conditional`: without a dialog, right after a sign-in by a password that the browser keeps. */
export function make(options: CreationJson, mediation: Mediation = "optional"): Promise<Called> {
  return call(mediation, (signal) => {
    // the types of the browser do not know `mediation` here yet (WebAuthn L3 §5.1.3)
    const asked = { publicKey: creationOf(options), mediation, signal };
    return navigator.credentials.create(asked);
  });
}

async function call(
  mediation: Mediation,
  ask: (signal: AbortSignal) => Promise<Credential | null>,
): Promise<Called> {
  // an offer does not close what the person has opened
  if (mediation === "conditional" && isAsking()) return "none";
  callOff();
  const mine = new AbortController();
  outstanding = mine;
  offering = mediation === "conditional";
  try {
    const credential = await ask(mine.signal);
    return credential ? { credential: await jsonOf(credential as PublicKeyCredential) } : "none";
  } catch (fault) {
    // Safari rejects what was called off with an empty object
    const name = mine.signal.aborted ? "AbortError" : fault instanceof Error && fault.name;
    if (name === "InvalidStateError") return "there";
    return name === "NotAllowedError" || name === "AbortError" ? "none" : "failed";
  } finally {
    if (outstanding === mine) outstanding = null;
  }
}
