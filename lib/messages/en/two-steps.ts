import { BRAND } from "../../config/brand";
import { limits } from "../../config/limits";
import { info, ok } from "../banner";
import type { Messages } from "../catalogue";
import { hours } from "./times";

/** The page where the second step is turned on and off. */
export const twoSteps: Messages["twoSteps"] = {
  title: "Two-step verification",
  state: { on: "On", off: "Off" },
  since: "Since {day}",
  offLead:
    "Asks for a code from your phone on top of your password, Google account, or magic link.",
  setUp: "Set up",
  manage: "Manage",
  lead: "After your password, Google account, or magic link, we’ll ask for a code that only your phone has.",
  needs:
    "You need an authenticator app on your phone: Google Authenticator, Microsoft Authenticator, or another one.",
  keepsOut: "Someone who knows your password or reads your email won’t get in.",
  gives: `We’ll give you ${limits.recoveryCodes} recovery codes in case you lose your phone.`,
  begin: "Turn on two-step verification",
  beginning: "Getting ready…",
  scanTitle: "Connect your app",
  scan: "Scan this QR code with your authenticator app, then enter the 6-digit code that it shows.",
  qr: "QR code for your authenticator app. The key that it holds is below.",
  open: "Open in your app on this phone",
  typed: "Can’t scan it? Enter this key in your app:",
  confirm: "Turn on",
  confirming: "Turning on…",
  onLead: "When you sign in we ask for a code from your app, except with a passkey.",
  codes: "Recovery codes",
  codesLeft: (n) =>
    `You have ${n === 1 ? "1 unused code" : `${n} unused codes`} left. When you make new ones, the old ones stop working.`,
  codesFew: "You have few recovery codes left. Make new ones before they run out.",
  codesBusy: "Making…",
  codesLead:
    "Each one works once, to sign in when you don’t have your phone. Keep them somewhere else: on paper or in your password manager.",
  codesOnce: "We won’t show them again.",
  codesOf: `To sign in to ${BRAND.name} as {address}`,
  copy: "Copy",
  copied: "Copied",
  print: "Print",
  download: "Download",
  fileName: "recovery-codes.txt",
  done: "I’ve saved them",
  devices: "Trusted devices",
  devicesLead: "We don’t ask for the code on them.",
  noDevices: "None: we ask for the code on every device.",
  trusted: "Since {since} · until {until}",
  remove: "Remove",
  turnOffTitle: "Stop using two steps",
  turnOffLead: "Your password, Google account, or magic link will be enough to sign in.",
  turnOff: "Turn off",
  turningOff: "Turning off…",
  wrong: "That code isn’t right. Enter the one your app shows now.",
  replies: {
    on: ok("You turned on two-step verification. Save these codes before you go on."),
    late: info(
      `The key expires in ${hours(limits.enrolmentLifeSeconds)} and works only in the session that asked for it. Start again.`,
    ),
    alreadyOn: info(
      "Two-step verification is already on. If you didn’t save your recovery codes, make new ones.",
    ),
    alreadyOff: info("Two-step verification isn’t on."),
    off: ok("You turned off two-step verification."),
    renewed: ok("We made new codes. The old ones no longer work."),
    untrusted: ok("We no longer trust that device."),
  },
};
