import type { CreationJson } from "./passkey-json";

/** What a page of one's passkeys knows, for the managers that keep them. */
export type Kept = Pick<CreationJson["user"], "name" | "displayName"> & {
  rpId: string;
  userId: string;
  allAcceptedCredentialIds: string[];
};

/** Not everywhere yet (WebAuthn L3 §5.1.10). */
type Signals = {
  signalUnknownCredential?(said: { rpId: string; credentialId: string }): Promise<void>;
  signalAllAcceptedCredentials?(
    said: Pick<Kept, "rpId" | "userId" | "allAcceptedCredentialIds">,
  ): Promise<void>;
  signalCurrentUserDetails?(said: Omit<Kept, "allAcceptedCredentialIds">): Promise<void>;
};

const signals = () => PublicKeyCredential as unknown as Signals;

/** A manager need not listen. */
async function tell(signal: () => Promise<unknown> | undefined): Promise<void> {
  try {
    await signal();
  } catch {
    // nothing here depends on it
  }
}

/** The manager stops offering a credential that nobody knows here. */
export const tellUnknown = (rpId: string, credentialId: string) =>
  tell(() => signals().signalUnknownCredential?.({ rpId, credentialId }));

/** The manager keeps those alone, under the name that the account has now. */
export async function tellKept({ allAcceptedCredentialIds, ...who }: Kept): Promise<void> {
  const { rpId, userId } = who;
  await tell(() =>
    signals().signalAllAcceptedCredentials?.({ rpId, userId, allAcceptedCredentialIds }),
  );
  await tell(() => signals().signalCurrentUserDetails?.(who));
}
