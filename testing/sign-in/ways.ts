import type { Person } from "../person/person";

/** How a person signs in. */
export type SignInWay = "password" | "google" | "link" | "code" | "passkey";

/** The first that they have: whoever has none of their own gets a link by mail. */
export function usualWay({ password, google, passkey }: Person): SignInWay {
  if (password !== null) return "password";
  if (google) return "google";
  return passkey ? "passkey" : "link";
}

/** They have no such way in. */
export class NoSuchWay extends Error {
  override readonly name = "NoSuchWay";

  constructor({ email }: Person, way: SignInWay) {
    super(`${email} was made without ${way}: person({ ${way}: true })`);
  }
}

/** Somebody is signed in on this page. */
export class SignedInAlready extends Error {
  override readonly name = "SignedInAlready";

  constructor() {
    super("somebody is signed in on this page: sign out first, or take a page of another context");
  }
}

/** The product refused, with these words. */
export class SignInRefused extends Error {
  override readonly name = "SignInRefused";
}
