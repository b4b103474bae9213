import { BRAND } from "../../config/brand";
import { NOT_YOU } from "./shared";

/**
 * Notices carry no link: a mail that alarms and asks for a click is what a thief would send. But whoever lost the address, or did not lose
 * the phone, has no other way.
 */
export const common = {
  preheader: "If it wasn’t you, this email says what to do.",
  closing: {
    strong: NOT_YOU,
    text: `Sign in to ${BRAND.name} by typing its address in your browser, end all sessions, and create a new password. Change your email password too.`,
  },
  footer: (address: string) =>
    `Sent to ${address} because it’s the email address of your ${BRAND.name} account.`,
};
