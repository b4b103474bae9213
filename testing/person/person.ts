/** What a person is made with. Where no way in is named they have a password; otherwise exactly what is said. */
export type Wanted = {
  name?: string;
  /** left out, it is one that nobody has used */
  email?: string;
  /** of that fresh address */
  domain?: string;
  /** true for the kit's own */
  password?: boolean | string;
  google?: boolean;
  passkey?: boolean;
  secondStep?: boolean;
  /** what their mails are written in, until a browser of theirs says otherwise */
  language?: PersonLanguage;
};

export type PersonLanguage = "es" | "en" | "pt-BR";

/** A person with an account. */
export type Person = {
  id: string;
  email: string;
  name: string;
  language: PersonLanguage;
  password: string | null;
  /** their account at the local Google */
  google: { sub: string; email: string } | null;
  passkey: PasskeyKey | null;
  /** the secret as an app takes it (base32), and the recovery codes as they are shown once */
  secondStep: { secret: string; recoveryCodes: string[] } | null;
};

/** A passkey with its private half, for an authenticator to hold. */
export type PasskeyKey = {
  /** base64url */
  credentialId: string;
  /** the host that it is for */
  rpId: string;
  /** base64url */
  userHandle: string;
  /** PKCS#8, as base64 */
  privateKey: string;
};

/** This person cannot be made. */
export class NoSuchPerson extends Error {
  override readonly name = "NoSuchPerson";
}
