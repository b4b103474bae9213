import type { Person } from "../person/person";

/** How a person signs in. */
export type SignInWay = "password" | "google" | "link" | "code" | "passkey";

/** Whether they have it: a mail comes to everybody. */
const HAS: Record<SignInWay, (person: Person) => boolean> = {
  password: ({ password }) => password !== null,
  google: ({ google }) => google !== null,
  passkey: ({ passkey }) => passkey !== null,
  link: () => true,
  code: () => true,
};

/** The first that they have: whoever has none of their own gets a link by mail. */
export function usualWay({ password, google, passkey }: Person): SignInWay {
  if (password !== null) return "password";
  if (google) return "google";
  return passkey ? "passkey" : "link";
}

/** They have no such way in, or nobody has. */
export class NoSuchWay extends Error {
  override readonly name = "NoSuchWay";

  constructor({ email }: Person, way: SignInWay) {
    super(
      Object.hasOwn(HAS, way)
        ? `${email} was made without ${way}: person({ ${way}: true })`
        : `"${way}" is no way in: ${Object.keys(HAS).join(", ")}`,
    );
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

/** @throws NoSuchWay */
export function mustHave(person: Person, way: SignInWay): void {
  if (!Object.hasOwn(HAS, way) || !HAS[way](person)) throw new NoSuchWay(person, way);
}
