import { limits } from "../../config/limits";
import { days } from "./times";

/** The second step of a sign-in. */
export const secondStep = {
  title: "Confirm it’s you",
  lead: "Enter the code that your authenticator app shows for {address}.",
  label: "Code from your app",
  submit: "Verify",
  busy: "Verifying…",
  trust: `Trust this device for ${days(limits.trustedDeviceSeconds)}`,
  byCode: "Use a recovery code",
  lost: "Lost your phone?",
  another: "Sign in another way",
  codeTitle: "Use a recovery code",
  codeLead:
    "Enter one of the codes you saved when you turned on two-step verification. Each one works once.",
  codeLabel: "Recovery code",
  byApp: "Use the code from your app",
};
