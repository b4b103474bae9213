import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";

/** For whom, the link, the code of the same request (left out when absent), and who asked. */
export type MagicLink = Asked & { address: Email; url: string; code?: string };

/** The magic link for an address that has an account. */
export const magicLinkLetter = (link: MagicLink): Written =>
  frame(messages().letters.magicLink, link);

/** The same for an address without an account: its link leads to `/registro`. */
export const magicLinkWithoutAccountLetter = (link: MagicLink): Written =>
  frame(messages().letters.magicLinkWithoutAccount, link);
