import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import {
  CONFIRM_EMAIL,
  CONFIRMING,
  IS_IT_YOU,
  SAVING,
  SEND_LINK,
  SENDING,
  SIGNING_IN,
  TO_HOME,
  UNDO,
  VERIFIED,
} from "./shared";
import { hours, minutes, wait } from "./times";

const INSTRUCTIONS = "Send instructions";
const SIGN_IN = "Sign in";
const CONFIRM_YOURS = "Confirm your email";
const REGISTER = "Create account";
const MAY_STAY_EMPTY = "If you leave it empty, you’ll sign in with a magic link or Google.";

export const ways = {
  google: "Sign in with Google",
  mail: "Sign in with your email",
  lastUsed: "Last used",
  or: "or",
  orWithoutPassword: "or sign in without a password",
  backToLogin: "Back to sign in",
};

export const pages = {
  login: {
    title: "Sign in to your account",
    lead: "More time for you, and more peace of mind",
    ended: "Your session ended. Sign in again to continue.",
    forgot: "Forgot your password?",
    submit: SIGN_IN,
    busy: SIGNING_IN,
    noAccount: `New to ${BRAND.name}? {register}`,
    register: "Create an account",
  },
  askForLink: {
    title: "Sign in with your email",
    lead: "We’ll send you a magic link to sign in without a password.",
    submit: SEND_LINK,
    busy: SENDING,
    lives: `The link works for ${minutes(limits.magicLinkLifeSeconds)}.`,
    once: "It can only be used once.",
    private: "Only the person who reads your email can use it.",
  },
  /** a mail is on its way */
  sent: {
    title: "Check your email",
    inbox: { gmail: "Open Gmail", outlook: "Open Outlook", mail: "Open mail" },
    notThere: "Don’t see it? Check your spam or junk folder.",
    notYours: "Not your email? {another}",
    another: "Use another one",
  },
  linkSent: {
    lead: "We sent a magic link to {address}. Open it in this browser and you’ll be signed in right away.",
    lives: `It expires in ${minutes(limits.magicLinkLifeSeconds)} and works only once.`,
    full: `We’ve already sent ${limits.emailsPerWindow} magic links to this email in the last hour. You can request another {atHour}`,
  },
  registrationSent: {
    title: CONFIRM_YOURS,
    lead: "We sent an email to {address}. Open it to finish creating your account.",
    lives: `The link expires in ${hours(limits.registrationLifeSeconds)} and works only once.`,
  },
  resetSent: {
    lead: "We sent instructions to {address}.",
    lives: `The link expires in ${minutes(limits.resetLifeSeconds)} and works only once.`,
  },
  link: {
    title: IS_IT_YOU,
    lead: "This magic link signs you in to the account of:",
    opening: SIGNING_IN,
    openingLead: "This is your account:",
    submit: SIGN_IN,
    asked: (device: string, place: string | null) =>
      `It was requested {when} from ${device}${place ? `, near ${place}` : ""}. We’re asking because you opened it in a different browser.`,
    notYours: "Not your account, or didn’t request it? Close this page and don’t share the link.",
  },
  /** the ways on from a link that is dead */
  deadLink: {
    busy: SENDING,
    sendLink: SEND_LINK,
    instructions: INSTRUCTIONS,
    register: REGISTER,
    signIn: SIGN_IN,
    otherWay: "Sign in another way",
    forgot: "Forgot your password?",
    account: "Back to your account",
  },
  register: {
    title: "Create your account",
    lead: "We’ll send you an email to confirm your address.",
    mayStayEmpty: MAY_STAY_EMPTY,
    verified: VERIFIED,
    submit: REGISTER,
    busy: "Creating…",
    terms: {
      one: "By creating your account, you agree to {one}.",
      both: "By creating your account, you agree to {one} and {other}.",
      terms: "the terms",
      privacy: "the privacy policy",
    },
    hasAccount: "Already have an account? {signIn}",
    signIn: SIGN_IN,
  },
  verify: {
    title: CONFIRM_YOURS,
    lead: "This is the last step to create the account for {address}.",
    mayStayEmpty: MAY_STAY_EMPTY,
    submit: CONFIRM_EMAIL,
    busy: CONFIRMING,
  },
  confirmEmail: {
    title: "Confirm your new email",
    lead: "Once you confirm, you’ll sign in to this account with {address}:",
    asked: (device: string, place: string | null) =>
      `The change was requested {when} from ${device}${place ? `, near ${place}` : ""}.`,
    notYours:
      "Not your account, or didn’t request the change? Close this page and don’t share the link: whoever uses that account would still be able to sign in to it.",
    submit: CONFIRM_EMAIL,
    busy: CONFIRMING,
    again: "Change email",
  },
  /** somebody has an account at the address that one would change to */
  emailTaken: {
    title: "That email already has an account",
    lead: "Nothing has changed: each account has one email, and each email has one account.",
  },
  undoEmail: {
    title: "Undo the email change",
    lead: "You’ll sign in to this account with its previous email again:",
    changed: "The email was changed {when}",
    sessions: "We’ll end all its sessions.",
    ways: "We’ll remove any password, Google account, passkey, or two-step verification that was added since then or in the seven days before.",
    submit: UNDO,
    busy: "Undoing…",
  },
  recover: {
    title: "Reset your password",
    lead: "Enter your email and we’ll send you instructions to create a new one.",
    submit: INSTRUCTIONS,
    busy: SENDING,
  },
  newPassword: {
    title: "Create a new password",
    lead: "For the account of {address}",
    effect: "When you save it, we’ll end your other sessions and let you know by email.",
    submit: "Save password",
    busy: SAVING,
  },
  notFound: {
    title: "We can’t find this page",
    lead: "Check the address or go back to the home page.",
    home: TO_HOME,
  },
  maintenance: {
    away: "We’ll be right back",
    retry: (seconds: number) => `This page reloads by itself every ${wait(seconds)}.`,
  },
};
