import { BRAND } from "../../config/brand";

/** What happened, in a sentence for the owner of the account, by its event and the way in. */
export const activity = {
  "signed-in": {
    password: "You signed in with your password",
    google: "You signed in with Google",
    email: "You signed in with a magic link",
    passkey: "You signed in with a passkey",
    otherwise: "You signed in",
  },
  "signed-out": "You signed out",
  "link-asked": "A magic link was requested",
  "password-refused": "We rejected a password",
  "code-refused": "We rejected a code",
  "password-off": "We turned off your password after too many tries",
  registered: "You created your account",
  "password-changed": "You changed your password",
  "google-linked": "You connected Google",
  "google-unlinked": "You disconnected Google",
  "name-changed": "You changed your name",
  "email-change-asked": "You asked to change your email",
  "email-changed": "You changed your email",
  "email-undone": "You undid your email change",
  "passkey-added": "You added a passkey",
  "passkey-removed": "You deleted a passkey",
  "passkey-renamed": "You renamed a passkey",
  "passkey-counter": "A passkey may have been copied",
  "second-step-on": "You turned on two-step verification",
  "second-step-off": {
    operator: "Support turned off two-step verification",
    "lost-phone": "We turned off two-step verification, as you asked",
    otherwise: "You turned off two-step verification",
  },
  "second-step-refused": "We refused a two-step code",
  "recovery-codes-made": "You made new recovery codes",
  "recovery-code-used": "You used a recovery code",
  "device-trusted": "You trusted a device",
  "device-untrusted": "You stopped trusting a device",
  "lost-phone-asked": "Turning off two-step verification was asked for, for a lost phone",
  "lost-phone-cancelled": "You called off the recovery for a lost phone",
  "session-ended": "You ended a session",
  "sessions-ended": {
    operator: "Support ended all your sessions",
    otherwise: "You ended all your sessions",
  },
  "other-sessions-ended": "You ended your other sessions",
  "data-downloaded": {
    operator: "Support downloaded your data",
    otherwise: "You downloaded your data",
  },
  "slow-down-lifted": {
    operator: "Support lifted the wait before you can use your password",
    otherwise: "We lifted the wait before you can use your password",
  },
  "account-removed": "You deleted your account",
  unknown: "There was activity in your account",
};

/** A device, by what its browser says of itself. */
export const devices = {
  unknown: "Unknown device",
  support: `${BRAND.name} support`,
  system: (system: string) => `${system} device`,
  browser: (browser: string, system: string) => `${browser} on ${system}`,
};
