/**
 * `ingreso/testing`: Playwright's `test` with people, an inbox, a Google, time that moves, and adversaries. See docs/testing.md.
 */
export { expect } from "@playwright/test";
export { NotBegun, type Owner } from "./adversaries/scene";
export type { Authenticator } from "./authenticator";
export { test } from "./fixtures";
export type { GoogleAccount, GoogleFault } from "./google/google";
export type { GoogleOfTest } from "./google/of-test";
export type { Mail, MailFault } from "./inbox/inbox";
export {
  type Mailbox,
  NoMail,
  NotInMail,
  type ReceivedMail,
  type Recipient,
} from "./inbox/mailbox";
export type { Limits } from "./limits";
export { NoSecondStep } from "./otp";
export { NoSuchPerson, type PasskeyKey, type Person, type Wanted } from "./person/person";
export { NoPlace, type Place } from "./place";
export type { StorageState } from "./sign-in/session";
export type { SignIn } from "./sign-in/sign-in";
export { NoSuchWay, SignedInAlready, SignInRefused, type SignInWay } from "./sign-in/ways";
