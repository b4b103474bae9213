import { limits } from "../../config/limits";
import { hours } from "./times";

const CANCEL = "Cancel recovery";
const CANCELLING = "Canceling…";
const STAYS = "If you cancel it, two-step verification stays on.";

/** The way back in for somebody who lost the phone, and the ways to call it off. */
export const lostPhone = {
  title: "Lost your phone?",
  lead: "If you saved your recovery codes, use one: you’ll be in right away.",
  ask: "Don’t have any? Ask us to turn off two-step verification for {address}:",
  waits: `We’ll do it in ${hours(limits.lostPhoneWaitSeconds)}, so that nobody else can do it without your knowing.`,
  told: "We’ll email you now and halfway through. It can be canceled from each email.",
  calledOff: "It’s also canceled if you sign in with your app, a code, or a passkey.",
  after: "At the end, we’ll end all sessions.",
  submit: "Request recovery",
  busy: "Requesting…",
  asked: {
    title: "Recovery requested",
    lead: "We’ll turn off two-step verification for {address} {when}",
    next: "From then on, you sign in without the code from your app.",
    leave: "Back to sign-in",
  },
  cancel: {
    title: "Cancel the recovery",
    lead: "Turning off two-step verification for a lost phone was requested for this account:",
    asked: (device: string, place: string | null) =>
      `It was requested {when} from ${device}${place ? `, near ${place}` : ""}.`,
    due: "Two-step verification will be turned off {when}",
    stays: STAYS,
    password: "Then create another password: whoever asked got past the first step.",
    submit: CANCEL,
    busy: CANCELLING,
  },
  own: {
    says: "Turning off your two-step verification for a lost phone was requested. We’ll do it {when}",
    stays: STAYS,
    submit: CANCEL,
    busy: CANCELLING,
  },
};
