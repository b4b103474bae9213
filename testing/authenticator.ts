import type { CDPSession, Page } from "@playwright/test";
import type { PasskeyKey } from "./person/person";

/** A key of the authenticator, as the browser's own tools tell it. */
type Key = {
  credentialId: string;
  isResidentCredential: boolean;
  rpId?: string;
  privateKey: string;
  userHandle?: string;
  signCount: number;
};

/** An authenticator of Chromium's own, in one page: its ceremonies are real, its touch and its fingerprint are not. */
export class Authenticator {
  #touched = true;

  private constructor(
    private readonly session: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  /** @param backedUp whether its keys are in an account, and so on other devices too */
  static async at(page: Page, { backedUp = false } = {}): Promise<Authenticator> {
    const session = await page.context().newCDPSession(page);
    await session.send("WebAuthn.enable");
    const { authenticatorId } = await session.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        ctap2Version: "ctap2_1",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
        defaultBackupEligibility: backedUp,
        defaultBackupState: backedUp,
      },
    });
    return new Authenticator(session, authenticatorId);
  }

  /** Whether its owner touches it, or chooses what it offers, whenever it is asked. */
  async touched(enabled: boolean): Promise<void> {
    const { authenticatorId } = this;
    await this.session.send("WebAuthn.setAutomaticPresenceSimulation", {
      authenticatorId,
      enabled,
    });
    this.#touched = enabled;
  }

  /** Nobody touches it while `act` runs: what it offers signs nobody in while a form is filled in. */
  async untouched(act: () => Promise<void>): Promise<void> {
    const before = this.#touched;
    await this.touched(false);
    try {
      await act();
    } finally {
      await this.touched(before);
    }
  }

  /** Whether it knows the finger. */
  async verified(isUserVerified: boolean): Promise<void> {
    const { authenticatorId } = this;
    await this.session.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified });
  }

  async keys(): Promise<Key[]> {
    const { authenticatorId } = this;
    return (await this.session.send("WebAuthn.getCredentials", { authenticatorId })).credentials;
  }

  /** Puts a key in, in the place of one of the same id. */
  async put(credential: Key): Promise<void> {
    const { authenticatorId } = this;
    const { credentialId } = credential;
    if ((await this.keys()).some((key) => key.credentialId === credentialId))
      await this.#take(credentialId);
    await this.session.send("WebAuthn.addCredential", { authenticatorId, credential });
  }

  /** Puts in the passkey of a person who was made with one. */
  async hold(passkey: PasskeyKey): Promise<void> {
    await this.put(credentialOf(passkey));
  }

  /** Holds this passkey alone while `act` runs: whoever is asked takes that one. */
  async only(passkey: PasskeyKey, act: () => Promise<void>): Promise<void> {
    const own = credentialOf(passkey);
    const keys = await this.keys();
    const others = keys.filter(({ credentialId }) => credentialId !== own.credentialId);
    for (const { credentialId } of others) await this.#take(credentialId);
    if (others.length === keys.length) await this.put(own);
    try {
      await act();
    } finally {
      for (const one of others) await this.put(one);
    }
  }

  async #take(credentialId: string): Promise<void> {
    const { authenticatorId } = this;
    await this.session.send("WebAuthn.removeCredential", { authenticatorId, credentialId });
  }
}

const atPages = new WeakMap<Page, Promise<Authenticator>>();

/** The one authenticator of a page. @param make where there is none; else undefined */
export function authenticatorOf(page: Page, make: true): Promise<Authenticator>;
export function authenticatorOf(page: Page): Promise<Authenticator> | undefined;
export function authenticatorOf(page: Page, make = false): Promise<Authenticator> | undefined {
  const known = atPages.get(page);
  if (known || !make) return known;
  const made = Authenticator.at(page);
  atPages.set(page, made);
  return made;
}

/** As Chromium's tools take it: bytes are base64. */
function credentialOf({ credentialId, userHandle, rpId, privateKey }: PasskeyKey): Key {
  const base64 = (url: string) => Buffer.from(url, "base64url").toString("base64");
  return {
    ...{ credentialId: base64(credentialId), userHandle: base64(userHandle), rpId, privateKey },
    ...{ isResidentCredential: true, signCount: 0 },
  };
}
