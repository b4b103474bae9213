import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { LetterWords } from "../letter-words";
import { common } from "./notice-frame";
import { NOT_YOU } from "./shared";
import { hours } from "./times";

const CANCEL_BUTTON = {
  text: "Cancel recovery",
  purpose: "if it wasn’t you: two-step verification stays on.",
};

/** The mails that tell an owner of a passkey or the second step. */
export const factorNotices = {
  "passkey-added": {
    ...common,
    subject: `You added a passkey to your ${BRAND.name} account`,
    title: `You added a passkey`,
    intro: `From now on, you can also sign in to ${BRAND.name} with the fingerprint, face, or PIN of the device that keeps the passkey.`,
    lead: `Added from`,
    closing: {
      strong: NOT_YOU,
      text: `Sign in to ${BRAND.name} by typing its address in your browser, delete the passkey, and end all sessions. Change your email password too.`,
    },
  },
  "passkey-removed": {
    ...common,
    subject: `You deleted a passkey of your ${BRAND.name} account`,
    title: `You deleted a passkey`,
    intro: `That passkey no longer signs in to your ${BRAND.name} account. You can always use your email.`,
    lead: `Deleted from`,
  },
  "second-step-on": {
    ...common,
    subject: `You turned on two-step verification for ${BRAND.name}`,
    title: `You turned on two-step verification`,
    intro: `From now on, we’ll ask for a code from your app when you sign in to ${BRAND.name}. Keep your recovery codes: they get you in if you lose your phone.`,
    lead: `Turned on from`,
  },
  "second-step-off": {
    ...common,
    subject: `Two-step verification was turned off for ${BRAND.name}`,
    title: `Two-step verification was turned off`,
    intro: `We no longer ask for a code from your app to sign in to your ${BRAND.name} account.`,
    lead: `Turned off from`,
    closing: {
      strong: NOT_YOU,
      text: `Sign in to ${BRAND.name} by typing its address in your browser, end all sessions, create a new password, and turn two-step verification on again. Change your email password too.`,
    },
  },
  "recovery-codes-made": {
    ...common,
    subject: `You made new two-step recovery codes for ${BRAND.name}`,
    title: `You made new recovery codes`,
    intro: `The recovery codes from before no longer work.`,
    lead: `Made from`,
  },
  "recovery-code-used": {
    ...common,
    subject: `A two-step recovery code was used for ${BRAND.name}`,
    title: `A recovery code was used`,
    intro: `There was a sign-in to your ${BRAND.name} account with a recovery code instead of your app. That code no longer works, and trusted devices are no longer trusted.`,
    lead: `Used from`,
  },
  "lost-phone-asked": {
    ...common,
    subject: `Turning off two-step verification was requested for ${BRAND.name}`,
    title: `Turning off two-step verification was requested`,
    intro: `Someone said they lost their phone and asked to turn off two-step verification for your ${BRAND.name} account. We’ll do it in ${hours(limits.lostPhoneWaitSeconds)}, unless it’s canceled first.`,
    button: CANCEL_BUTTON,
    lead: `Requested from`,
    closing: {
      strong: NOT_YOU,
      text: `Cancel the recovery with the button in this email and create a new password: whoever asked got past the first step. Change your email password too.`,
    },
  },
  "lost-phone-soon": {
    ...common,
    subject: `Two-step verification will soon be off for ${BRAND.name}`,
    title: `Two-step verification will soon be off`,
    intro: `In ${hours(limits.lostPhoneWaitSeconds / 2)} we’ll turn off two-step verification for your ${BRAND.name} account, as was requested for a lost phone.`,
    button: CANCEL_BUTTON,
    lead: `Requested from`,
    closing: {
      strong: NOT_YOU,
      text: `Cancel the recovery with the button in this email and create a new password: whoever asked got past the first step. Change your email password too.`,
    },
  },
  "lost-phone-cancelled": {
    ...common,
    subject: `Two-step recovery was canceled for ${BRAND.name}`,
    title: `The recovery was canceled`,
    intro: `Two-step verification stays on for your ${BRAND.name} account.`,
    lead: `Canceled from`,
  },
} satisfies Record<string, LetterWords>;
