import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";

type Reset = Asked & { address: Email; url: string };

/** The link that leads to a new password. */
export const resetLetter = (reset: Reset): Written => frame(messages().letters.reset, reset);

/** The same for an address without an account; `url` is `/registro`. */
export const resetWithoutAccountLetter = (reset: Reset): Written =>
  frame(messages().letters.resetWithoutAccount, reset);
