import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import type { EmailRefusal } from "../../email";
import type { NameRefusal } from "../../name";
import { type Banner, danger, info, ok, toMail, warn } from "../banner";
import { BY_MAIL } from "./shared";
import { wait } from "./times";

/** What a form is answered with. */
export const replies = {
  address: {
    empty: "Enter your email",
    several: "Enter just one email.",
    malformed: "Enter a full email, like name@company.com",
    surrounded: "Enter just the email, without the name or other symbols.",
    invisible: "Type the email again: it has characters that can’t be seen.",
  } satisfies Record<EmailRefusal, string>,
  emailSame: "That’s already your account’s email. Enter another one.",
  password: {
    empty: "Enter your password",
    short: `Use ${limits.passwordShortest} characters or more.`,
    long: `Use ${limits.passwordLongest} characters or fewer.`,
    damaged: "The password has characters we can’t read. Type it again.",
    common: "This password is very common and easy to guess. Choose another.",
    guessable: "It’s easy to guess. Choose another, like four random words.",
    "has-address": "It contains your email and is easy to guess. Choose another.",
    "has-name": "It contains your name and is easy to guess. Choose another.",
    "has-product": "It contains the product’s name and is easy to guess. Choose another.",
    wrong: "That’s not your password.",
  },
  name: {
    empty: "Enter your name",
    long: `Use ${limits.nameLongest} characters or fewer.`,
    damaged: "Write your name with letters.",
  } satisfies Record<NameRefusal, string>,
  languageUnknown: "We don’t have that language.",
  codeMalformed: `Enter the ${limits.codeDigits} digits of the code.`,
  codeWrong: (left: number): Banner =>
    danger(`That code doesn’t match. You have ${left} ${left === 1 ? "try" : "tries"} left.`),
  codeEnded: danger("That code no longer works. Request another magic link."),
  secondStepWrong: (left: number) =>
    `That code isn’t right or was already used. ${left === 1 ? "You have 1 try left." : `You have ${left} tries left.`}`,
  secondStepEnded: danger("It took too long or there were too many tries. Sign in again."),
  recoveryCodeMissing: "Enter your recovery code.",
  recoveryAsked: (when: string) =>
    `Recovery requested. Unless it’s canceled first, we’ll turn off two-step verification on ${when}.`,
  recoveryOften: (seconds: number): Banner =>
    warn(
      `The recovery was requested and canceled many times. You can request it again in ${wait(seconds)}.`,
    ),
  recoveryCancelled: {
    ...ok(
      "We canceled the recovery: two-step verification stays on. If you didn’t request it, create another password.",
    ),
    link: { href: "/recuperar", text: "create another password" },
  },
  recoveryOver: info("There is no recovery left to cancel."),
  resent: ok("We sent another link. The previous one still works until you use one of them."),
  /** what the page says where a mail was asked for too soon */
  sendSoon: (seconds: number) => `You can resend it in ${wait(seconds)}.`,
  sendFull: (atHour: string) =>
    `We’ve already sent ${limits.emailsPerWindow} emails like this one in the last hour. You can request another ${atHour}.`,
  subnetFull: (seconds: number): Banner =>
    warn(`Many emails have been requested from your network. Try again in ${wait(seconds)}.`),
  slowed: (seconds: number): Banner => {
    const asked = `There were too many tries in a row. Wait ${wait(seconds)}`;
    const long = seconds > limits.longWaitSeconds;
    return toMail(
      warn(`${asked}${long ? ", create a new password," : ""} or ${BY_MAIL}.`),
      BY_MAIL,
    );
  },
  busy: (seconds: number): Banner =>
    warn(`A lot of people are signing in right now. Try again in ${wait(seconds)}.`),
  cookiesLost: warn("Your browser no longer had this page’s cookies. Try again."),
  signedOut: ok("You’re signed out."),
  otherPerson: info(
    "That page belonged to another account, so nothing was changed. You’re now in this account.",
  ),
  passwordSaved: ok("Password saved. We ended your other sessions."),
  nameSaved: ok("Name saved."),
  sessionClosed: ok("We ended that session."),
  otherSessionsClosed: ok("We ended your other sessions."),
  noOtherSessions: ok("You have no other active sessions."),
  allSessionsClosed: ok("We ended all your sessions."),
  googleLinked: ok("You connected Google to your account."),
  googleUnlinked: ok("You disconnected Google."),
  googleTaken: danger(
    `That Google account is already connected to another ${BRAND.name} account. Choose another one.`,
  ),
  googleSecond: danger(
    "You already have another Google account connected. Disconnect it before you connect this one.",
  ),
  googleLate: info(
    "Too much time went by, so Google wasn’t connected. Confirm it’s you and connect it again.",
  ),
  googleCancelled: info("You canceled at Google, so nothing was connected."),
  googleOtherPerson: warn(
    "You started connecting Google from another account, so nothing was connected. To connect it to this one, start again.",
  ),
  googleAway: danger("We couldn’t reach Google. Try again in a moment."),
  emailChanged: (address: string): Banner => ({
    ...ok(`Email changed. You now sign in with ${address}. Check your active sessions.`),
    link: { href: "/cuenta#sesiones", text: "Check your active sessions" },
  }),
  emailUndone: {
    ...ok(
      "We undid the change and ended all sessions. If someone else knows your password, create another one.",
    ),
    link: { href: "/recuperar", text: "create another one" },
  },
  passkeyName: "Passkey",
  passkeyAdded: ok("Passkey added. You can now sign in with it."),
  passkeyNotAdded: danger("We couldn’t add the passkey. Try again."),
  passkeyRenamed: ok("Name saved."),
  passkeyRemoved: ok("Passkey deleted."),
  passkeyGone: "That passkey is no longer in your account.",
  passkeysFull: `You already have ${limits.passkeysPerUser} passkeys. Delete one to add another.`,
  accountRemoved: ok("We deleted your account."),
  accountReady: ok("Your account is ready."),
};
