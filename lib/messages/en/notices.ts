import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { factorNotices } from "./factor-notices";
import { common } from "./notice-frame";
import { NOT_YOU, UNDO_BUTTON } from "./shared";
import { days } from "./times";

const wasOfAccount = (address: string) =>
  `Sent to ${address} because it was the email address of your ${BRAND.name} account.`;

/** The mails that tell an owner what happened. */
export const notices = {
  "new-device": {
    ...common,
    subject: `You signed in to ${BRAND.name} on a new device`,
    title: "You signed in on a new device",
    intro: `There was a sign-in to your ${BRAND.name} account from a device we hadn’t seen before.`,
    lead: "Signed in from",
  },
  "password-changed": {
    ...common,
    subject: `You changed your ${BRAND.name} password`,
    title: "You changed your password",
    intro: `Your ${BRAND.name} account has a new password. We ended your other sessions.`,
    lead: "Changed from",
  },
  "password-off": {
    ...common,
    subject: `We turned off your ${BRAND.name} password`,
    title: "We turned off your password",
    intro:
      "A wrong password was entered many times. For your security, no password works until you create a new one with “Forgot your password?”. Until then, you can sign in with your email or with Google.",
    lead: "The last try was from",
    closing: {
      strong: NOT_YOU,
      text: "Nobody got into your account. When you create the new password, choose one you don’t use on any other site.",
    },
  },
  "google-linked": {
    ...common,
    subject: `You connected Google to your ${BRAND.name} account`,
    title: "You connected Google to your account",
    intro: `From now on, you can also sign in to ${BRAND.name} with your Google account.`,
    lead: "Connected from",
    closing: {
      strong: NOT_YOU,
      text: `Sign in to ${BRAND.name} by typing its address in your browser, disconnect Google, and end all sessions. Change your email password too.`,
    },
  },
  "google-unlinked": {
    ...common,
    subject: `You disconnected Google from your ${BRAND.name} account`,
    title: "You disconnected Google from your account",
    intro: `You can no longer sign in to your ${BRAND.name} account with Google. You can always use your email.`,
    lead: "Disconnected from",
  },
  "account-removed": {
    ...common,
    subject: `We deleted your ${BRAND.name} account`,
    title: "We deleted your account",
    intro: `We deleted your ${BRAND.name} account and ended all its sessions, as you asked. If you’d like to come back, you can create another one with this email address.`,
    lead: "Requested from",
    closing: {
      strong: NOT_YOU,
      text: `Someone may have gotten into your account: change your email password and write to ${BRAND.name} support.`,
    },
    footer: wasOfAccount,
  },
  "email-changed": {
    ...common,
    subject: `You changed the email address of your ${BRAND.name} account`,
    title: "You changed your email address",
    intro: `Your ${BRAND.name} account now uses another email address. You can undo the change for ${days(limits.emailUndoSeconds)}.`,
    button: UNDO_BUTTON,
    lead: "Confirmed from",
    closing: {
      strong: NOT_YOU,
      text: "Undo the change and create a new password. Change your email password too.",
    },
    footer: wasOfAccount,
  },
  "email-confirmed": {
    ...common,
    subject: `This is the new email address of your ${BRAND.name} account`,
    title: "This is your new email address",
    intro: `From now on, you sign in to your ${BRAND.name} account with this email address. Your sessions are still active: in your account, end any you don’t recognize.`,
    lead: "Confirmed from",
    closing: {
      strong: NOT_YOU,
      text: `If the account isn’t yours, don’t use it: whoever created it can sign in to it. Write to ${BRAND.name} support.`,
    },
  },
  "email-undone": {
    ...common,
    subject: `We undid the email change of your ${BRAND.name} account`,
    title: "We undid the email change",
    intro:
      "The account went back to its previous email address, and we ended all its sessions. We also removed any password, Google account, passkey, or two-step verification that was added after the change or in the seven days before it.",
    lead: "Undone from",
    closing: {
      strong: NOT_YOU,
      text: `It can only be undone from the account’s previous email address: change the password of that email and create a new ${BRAND.name} password.`,
    },
    footer: (address: string) =>
      `Sent to ${address} because it is or was the email address of an account with ${BRAND.name}.`,
  },
  ...factorNotices,
} satisfies Record<string, LetterWords>;

/** What is said of what happened many times. */
export const folded = {
  subject: (subject: string, times: number) => `${subject} (${times} times)`,
  intro: (intro: string, times: number, since: string) =>
    `${intro} This has happened ${times} times since ${since}.`,
  lead: "The last time was from",
  fromThese: (intro: string) => `${intro} It was from these devices:`,
  more: (n: number) => `And ${n} more`,
};
