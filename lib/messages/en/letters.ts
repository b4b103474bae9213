import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { CONFIRM_EMAIL, NOT_YOU, UNDO_BUTTON } from "./shared";
import { hours, minutes } from "./times";

const ASKED_FROM = "Requested from";
const NOBODY_CAN_REGISTER =
  "Ignore this email and don’t forward it: without the link, nobody can create an account with your email.";

/** How long a link lives, and that it works once: beside the subject, and in the help article's two notes. */
const lives = (time: string) => ({
  preheader: `Works for ${time}. It can only be used once.`,
  notes: [`It works for *${time}*.`, "It can only be used *once*."],
});

const because = (what: string) => (address: string) =>
  `Sent to ${address} because ${what} was requested with this email address.`;

const code = {
  lead: "Or enter this code where you requested it:",
  note: `The code works for ${minutes(limits.codeLifeSeconds)}. Don’t share it with anyone.`,
};
const forAccount = (address: string) =>
  `Sent to ${address} because we got a request to use this email address in an account with ${BRAND.name}.`;

const WAYS_IN = {
  button: { text: `Sign in to ${BRAND.name}`, purpose: "to sign in the way you like." },
  notes: [
    "With your *password*. If you forgot it, you can create a new one right there.",
    "With your *Google* account.",
    "With a *magic link* sent to this email address.",
  ],
};
const linkButton = "Sign in with magic link";

/** The mails that a person asked for. */
export const letters = {
  magicLink: {
    subject: `Your magic link to sign in to ${BRAND.name}`,
    title: "Here’s your magic link",
    button: {
      text: linkButton,
      purpose: `to sign in to your ${BRAND.name} account. You don’t need a password.`,
    },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore this email and don’t forward it: without it, nobody can sign in. If you get several that you didn’t request, change your email password.",
    },
    footer: because(`a sign-in to ${BRAND.name}`),
  },
  magicLinkWithoutAccount: {
    subject: `Create your ${BRAND.name} account`,
    title: `Create your ${BRAND.name} account`,
    intro: "You asked to sign in, but there’s no account with this email address yet.",
    button: { text: linkButton, purpose: "to create one. You don’t need a password." },
    ...lives(minutes(limits.magicLinkLifeSeconds)),
    code,
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because(`a sign-in to ${BRAND.name}`),
  },
  registration: {
    subject: `Confirm your email to create your ${BRAND.name} account`,
    title: "Confirm your email",
    intro: `You’re one step away from your ${BRAND.name} account.`,
    button: { text: CONFIRM_EMAIL, purpose: "to confirm that this email address is yours." },
    ...lives(hours(limits.registrationLifeSeconds)),
    lead: ASKED_FROM,
    closing: { strong: NOT_YOU, text: NOBODY_CAN_REGISTER },
    footer: because(`a new ${BRAND.name} account`),
  },
  alreadyRegistered: {
    subject: `You already have an account with ${BRAND.name}`,
    preheader:
      "We got a request to create another one with this email address. Nothing has changed.",
    title: `You already have an account with ${BRAND.name}`,
    intro:
      "We got a request to create an account with this email address, but you already have one. Nothing has changed.",
    ...WAYS_IN,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore this email: your account hasn’t changed and nobody signed in to it.",
    },
    footer: because(`a new ${BRAND.name} account`),
  },
  reset: {
    subject: `Reset your ${BRAND.name} password`,
    title: "Create a new password",
    button: {
      text: "Create new password",
      purpose: "to choose a new password. The old one stops working when you save it.",
    },
    ...lives(minutes(limits.resetLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore this email and don’t forward it: your password hasn’t changed. If you get several that you didn’t request, change your email password.",
    },
    footer: because(`a new ${BRAND.name} password`),
  },
  resetWithoutAccount: {
    subject: `There’s no ${BRAND.name} account with this email address`,
    preheader:
      "We got a request for a new password, but there’s no account with this email address.",
    title: `You don’t have an account with ${BRAND.name} yet`,
    intro:
      "We got a request for a new password, but there’s no account with this email address. If you have one, it’s under a different address.",
    button: { text: "Create account", purpose: "to create one with this address." },
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore this email: nothing has changed, and no account was created.",
    },
    footer: because(`a new ${BRAND.name} password`),
  },
  emailChange: {
    subject: `Confirm your new ${BRAND.name} email address`,
    title: "Confirm your new email address",
    intro: `You’re one step away from signing in to your ${BRAND.name} account with this email address.`,
    button: { text: CONFIRM_EMAIL, purpose: "to confirm that this email address is yours." },
    ...lives(minutes(limits.emailChangeLifeSeconds)),
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore this email and don’t forward it: without the link, nobody can use your email address in their account.",
    },
    footer: forAccount,
  },
  emailTaken: {
    subject: `You already have an account with ${BRAND.name}`,
    preheader:
      "We got a request to use this email address in another account. Nothing has changed.",
    title: `You already have an account with ${BRAND.name}`,
    intro: `We got a request to use this email address in another ${BRAND.name} account, but you already have one with it. Nothing has changed.`,
    ...WAYS_IN,
    lead: ASKED_FROM,
    closing: {
      strong: NOT_YOU,
      text: "Ignore this email: your account hasn’t changed and nobody signed in to it.",
    },
    footer: forAccount,
  },
  /** to an address whose account has another one by now, whatever was asked for */
  moved: {
    subject: `Your ${BRAND.name} account has another email address`,
    preheader: "If you didn’t change it, this email says how to undo it.",
    title: "Your account has another email address",
    intro: `The email address of your ${BRAND.name} account was changed recently. If you changed it, sign in with the new one.`,
    button: UNDO_BUTTON,
    lead: "This email was requested from",
    closing: {
      strong: NOT_YOU,
      text: "Undo the change and create a new password. Change your email password too.",
    },
    footer: because(`a sign-in to ${BRAND.name}`),
  },
} satisfies Record<string, LetterWords>;

/** What stands around every letter's own words. */
export const mail = {
  click: (purpose: string) => `Click the button ${purpose}`,
  open: (purpose: string) => `Open this link ${purpose}`,
  near: (device: string, place: string) => `${device}, near ${place}`,
};
