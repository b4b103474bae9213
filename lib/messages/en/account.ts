import { limits } from "../../config/limits";
import { errors } from "./errors";
import {
  CHANGE,
  CONFIRMING,
  EMAIL,
  IS_IT_YOU,
  PASSWORD,
  SAVING,
  SEND_LINK,
  SENDING,
  VERIFIED,
} from "./shared";
import { days, minutes } from "./times";

const LINK = "Magic link";
const REMOVE = "Delete my account";

/** The pages of a signed-in person. */
export const account = {
  title: "Your account",
  back: "Back to your account",
  hello: "Hi",
  helloTo: "Hi, {name}",
  lead: "See how you sign in and which devices you’re signed in on.",
  signOut: "Sign out",
  closing: "Signing out…",
  downloadData: "Download my data",
  remove: REMOVE,
  profile: {
    title: "Profile",
    verified: VERIFIED,
    since: "Account created in {month}",
    rename: "Change name",
    email: EMAIL,
    change: CHANGE,
    submit: "Save",
    busy: SAVING,
  },
  methods: {
    title: "Sign-in methods",
    active: "Active",
    password: PASSWORD,
    hasPassword: "You use it with your email",
    noPassword: "You don’t have one yet",
    change: CHANGE,
    create: "Create",
    google: "Google",
    noGoogle: "Not connected yet",
    link: "Connect",
    unlink: "Disconnect",
    email: LINK,
    always: "Always available in your email",
  },
  sessions: {
    title: "Active sessions",
    closeAll: "End all sessions",
    count: (n: number) => `You have ${n} active sessions.`,
    current: "This session",
    close: "End",
    methods: { password: PASSWORD, google: "Google", email: LINK },
    opened: "Started {opened} · {now}",
    now: "in use now",
    openedAndUsed: "Started {opened} · last used {used}",
  },
  activity: {
    title: "Recent activity",
    none: "No activity yet.",
    newest: "See the latest",
    more: "See more",
  },
  /** an address of the network, where the place is not known */
  network: (subnet: string) => `Network ${subnet}`,
  confirm: {
    title: IS_IT_YOU,
    lead: errors.ProofRequired.text,
    byMail: "We’ll send a magic link and a code to {address}.",
    sendLink: SEND_LINK,
    sending: SENDING,
    submit: "Continue",
    busy: CONFIRMING,
  },
  ownPassword: {
    change: "Change your password",
    create: "Create a password",
  },
  email: {
    title: "Change your email",
    lead: "You currently sign in with {address}.",
    confirm: "We’ll send a link to the new email to confirm that it’s yours.",
    undo: `We’ll let your current email know, and the change can be undone from there for ${days(limits.emailUndoSeconds)}.`,
    submit: "Change email",
    busy: SENDING,
  },
  emailSent: {
    title: "Confirm your new email",
    lead: "We sent a link to {address}. Open it and confirm the change.",
    lives: `It expires in ${minutes(limits.emailChangeLifeSeconds)} and works only once.`,
    until: "Until then, you still sign in with {address}. Stay signed in here.",
    full: `We’ve already sent ${limits.emailsPerWindow} emails like this one in the last hour. You can request another at {hour}`,
    again: "Resend link",
  },
  removal: {
    title: "Delete your account",
    lead: "You’re about to delete the account for {address}. This can’t be undone.",
    leaves: "We’ll end your sessions on every device.",
    gone: "We’ll erase your name, your password, and the connection to Google.",
    kept: `For security, we’ll keep this email’s activity for up to ${days(limits.activityKeptSeconds)}.`,
    mail: "We’ll let you know by email.",
    submit: REMOVE,
    busy: "Deleting…",
  },
};
