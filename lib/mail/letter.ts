import type { Language } from "../messages/languages";
import type { LetterWords } from "../messages/letter-words";

export type Origin = { device: string; place: string | null };
export type Asked = Origin & { at: Date };

export type Facts = Asked & { address: string; url?: string; code?: string };

export type Written = { language: Language; subject: string; text: string; html: string };

/** The one source of a mail's HTML and plain text. All of it is our own words, except `footer`'s address and `asked`. */
export type Letter = Pick<LetterWords, "subject" | "preheader" | "title" | "intro" | "notes"> & {
  button?: { text: string; url: string; purpose: string };
  code?: { lead: string; digits: string; note: string };
  asked: { lead: string; where: string; when: string };
  closing: { strong: string; text: string };
  footer: string;
};
