import type { Email } from "@/lib/email";
import { frame } from "../mail/frame";
import type { Asked, Written } from "../mail/letter";
import { messages } from "../messages/messages";

export type MagicLink = Asked & { address: Email; url: string; code?: string };

export const magicLinkLetter = (link: MagicLink): Written =>
  frame(messages().letters.magicLink, link);

export const magicLinkWithoutAccountLetter = (link: MagicLink): Written =>
  frame(messages().letters.magicLinkWithoutAccount, link);
