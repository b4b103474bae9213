import { type Banner, danger, info, toMail } from "../banner";
import { BY_MAIL } from "./shared";

const GOOGLE_FAILED = danger(
  "We couldn’t finish signing you in with Google. Try again or sign in with your email.",
);
const UNREADABLE = danger("We couldn’t read what you sent.");

/** By code, next-auth's and ours, for `?error=` and for replies. */
export const errors = {
  CredentialsSignin: toMail(
    danger(`That email and password don’t match. Check them or ${BY_MAIL}.`),
    BY_MAIL,
  ),
  OAuthAccountNotLinked: danger(
    "That email can’t be used to sign in with Google yet. Sign in another way, then connect Google in your account.",
  ),
  Verification: danger(
    "That link was already used or has expired. Request another and you’ll have it in seconds.",
  ),
  EmailSignin: danger(
    "We couldn’t send the email. This try doesn’t count, so you can try again now.",
  ),
  /** one's own choice at Google, and so no error */
  AccessDenied: info(
    "You canceled signing in with Google. You can try again or sign in another way.",
  ),
  Configuration: danger(
    "Something isn’t set up right on our end, and we’re already looking into it. Try again later.",
  ),
  OAuthSignin: GOOGLE_FAILED,
  OAuthCallback: danger(
    "That Google sign-in wasn’t completed or has already ended. Try again or sign in with your email.",
  ),
  OAuthCreateAccount: GOOGLE_FAILED,
  EmailCreateAccount: GOOGLE_FAILED,
  Signin: GOOGLE_FAILED,
  Callback: GOOGLE_FAILED,
  CookiesRefused: danger(
    "Your browser isn’t saving cookies, and you can’t sign in without them. Turn them on for this site and try again.",
  ),
  PasskeyUnknown: danger("That passkey no longer works here. Sign in another way."),
  PasskeyRefused: danger("We couldn’t verify your passkey. Try again or sign in another way."),
  SessionRequired: info("Sign in to continue."),
  WrongOrigin: danger(
    "We couldn’t verify that this was sent from our page. Make sure your browser saves cookies, reload the page, and try again.",
  ),
  ProofRequired: info("For your security, confirm it’s you before you continue."),
  Malformed: UNREADABLE,
  WrongType: UNREADABLE,
  TooSlow: danger("What you sent took too long to arrive. Try again."),
  TooBig: danger("What you sent is too large."),
  NotFound: danger("We couldn’t find that address."),
  WrongMethod: danger("This address can’t be opened that way."),
  Away: danger("We had a problem on our end. Your data is safe. Try again in a moment."),
  Fault: danger("We had a problem on our end. Your data is safe."),
  Default: danger("Something went wrong on our end. Try again in a moment."),
} satisfies Record<string, Banner>;

/** More precise than the sentence of their code. */
export const refusals = {
  address: "We couldn’t read that address.",
  secret: "The secret is missing or incorrect.",
  expectation: "We can’t do what your browser expects of us.",
  head: "Your browser sent too much data. Clear this site’s cookies and try again.",
};
