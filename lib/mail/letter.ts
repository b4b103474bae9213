import type { LetterWords } from "../messages/letter-words";

/** Where a request or a change came from. */
export type Origin = { device: string; place: string | null };
/** The same, and when. */
export type Asked = Origin & { at: Date };

/** What a letter's words do not know: whom it is to, who asked, where its button leads, the digits of its code. */
export type Facts = Asked & { address: string; url?: string; code?: string };

/** A mail ready to be sent, but for whom it is to. */
export type Written = { subject: string; text: string; html: string };

/**
 * All that a mail says, from which its HTML and its plain text are both made, so that they never disagree. All of it is
 * our own words, except `footer`'s address and `asked`.
 */
export type Letter = Pick<LetterWords, "subject" | "preheader" | "title" | "intro" | "notes"> & {
  button?: { text: string; url: string; purpose: string };
  code?: { lead: string; digits: string; note: string };
  asked: { lead: string; where: string; when: string };
  closing: { strong: string; text: string };
  footer: string;
};
