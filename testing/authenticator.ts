import type { CDPSession, Page } from "@playwright/test";

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
      await this.session.send("WebAuthn.removeCredential", { authenticatorId, credentialId });
    await this.session.send("WebAuthn.addCredential", { authenticatorId, credential });
  }
}
