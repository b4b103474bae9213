/** A mail's words without its facts. In `notes`, `*asterisks*` mark emphasis. */
export type LetterWords = {
  subject: string;
  /** what an inbox shows beside the subject */
  preheader: string;
  title: string;
  intro?: string;
  /** `purpose` ends the sentence that begins with "click on the button" or "open this link" */
  button?: { text: string; purpose: string };
  notes?: readonly string[];
  code?: { lead: string; note: string };
  /** before the device and the place of who asked */
  lead: string;
  closing: { strong: string; text: string };
  footer: (address: string) => string;
};
