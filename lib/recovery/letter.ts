import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";

type Reset = Asked & { address: Email; url: string };

export const resetLetter = (reset: Reset): Written => frame(messages().letters.reset, reset);

/** `url` is `/registro`. */
export const resetWithoutAccountLetter = (reset: Reset): Written =>
  frame(messages().letters.resetWithoutAccount, reset);
