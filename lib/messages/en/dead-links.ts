import { limits } from "../../config/limits";
import type { DeadLinks } from "../dead-links";
import { days, hours, minutes } from "./times";

const INCOMPLETE =
  "Part of it may be missing. Open it again from your email, or request another one.";

/** What is said of a link that opens nothing any more: its page's title, which is also the reply's sentence, and what to do. */
export const deadLinks: DeadLinks = {
  "magic-link": {
    used: {
      title: "This link was already used",
      lead: "For your security, each magic link works only once. Request another and you’ll have it in seconds.",
    },
    ended: {
      title: "This link no longer works",
      lead: "You already signed in with another link. Request a new one if you need it.",
    },
    expired: {
      title: "This link has expired",
      lead: `Magic links work for ${minutes(limits.magicLinkLifeSeconds)}. Request another and you’ll have it in seconds.`,
    },
    unknown: {
      title: "This link isn’t valid",
      lead: INCOMPLETE,
    },
  },
  registration: {
    used: {
      title: "This link to confirm your email was already used",
      lead: "Your email is already confirmed, so you can sign in. If that doesn’t work, create your account again.",
    },
    ended: {
      title: "This link to confirm your email no longer works",
      lead: "You already confirmed this email with another link, so you can sign in.",
    },
    expired: {
      title: "This link to confirm your email has expired",
      lead: `These links work for ${hours(limits.registrationLifeSeconds)}. Create your account again and we’ll send you another.`,
    },
    unknown: {
      title: "This link to confirm your email isn’t valid",
      lead: "Part of it may be missing. Open it again from your email, or create your account again.",
    },
  },
  reset: {
    used: {
      title: "This link to change your password was already used",
      lead: "For your security, each link works only once. Request another and you’ll have it in seconds.",
    },
    ended: {
      title: "This link to change your password no longer works",
      lead: "You already changed your password with another link. Request a new one if you need it.",
    },
    expired: {
      title: "This link to change your password has expired",
      lead: `These links work for ${minutes(limits.resetLifeSeconds)}. Request another and you’ll have it in seconds.`,
    },
    unknown: {
      title: "This link to change your password isn’t valid",
      lead: INCOMPLETE,
    },
  },
  "email-change": {
    used: {
      title: "This link to change your email was already used",
      lead: "For your security, each link works only once. If you still need it, request the change again.",
    },
    ended: {
      title: "This link to change your email no longer works",
      lead: "The change was requested again, or the session it was requested from has ended. Request it once more.",
    },
    expired: {
      title: "This link to change your email has expired",
      lead: `These links work for ${minutes(limits.emailChangeLifeSeconds)}. Request another and you’ll have it in seconds.`,
    },
    unknown: {
      title: "This link to change your email isn’t valid",
      lead: INCOMPLETE,
    },
  },
  "email-undo": {
    used: {
      title: "This email change was already undone",
      lead: "The account uses this email again, so you can sign in with it.",
    },
    ended: {
      title: "This email change can no longer be undone",
      lead: "It was already undone with another link. Sign in to check your account.",
    },
    expired: {
      title: "It’s too late to undo this change",
      lead: `An email change can be undone for ${days(limits.emailUndoSeconds)}.`,
    },
    unknown: {
      title: "This link to undo the change isn’t valid",
      lead: "Part of it may be missing. Open it again from your email.",
    },
  },
  "lost-phone": {
    used: {
      title: "This recovery was already canceled",
      lead: "Two-step verification stays on. If you didn’t request the recovery, create another password.",
    },
    ended: {
      title: "There is no recovery left to cancel",
      lead: "Two-step verification has changed since it was requested. Sign in to check your account.",
    },
    expired: {
      title: "It’s too late to cancel this recovery",
      lead: "If we turned off two-step verification and you didn’t request it, create another password, sign in, and turn it on again.",
    },
    unknown: {
      title: "This link to cancel the recovery isn’t valid",
      lead: "Part of it may be missing. Open it again from your email.",
    },
  },
};
