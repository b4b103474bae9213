/** Where a request or a change came from. */
export type Origin = { device: string; place: string | null };
/** The same, and when. */
export type Asked = Origin & { at: Date };

/**
 * What a mail says, from which its HTML and its plain text are both made, so that they never
 * disagree. In `notes`, `*asterisks*` stand around the words that count. All of it is our own
 * words, except `footer`'s address and `asked`.
 */
export type Letter = {
  subject: string;
  /** What an inbox shows beside the subject. */
  preheader: string;
  title: string;
  intro?: string;
  /** `purpose` ends the sentence that begins with "Haz clic en el botón" or "Abre este link". */
  button?: { text: string; url: string; purpose: string };
  notes?: readonly string[];
  code?: { lead: string; digits: string; note: string };
  asked?: Asked & { lead: string };
  closing?: { strong: string; text: string };
  footer: string;
};

/** A mail ready to be sent, but for whom it is to. */
export type Written = { subject: string; text: string; html: string };

/** A letter whose `asked` is already in words. */
export type Worded = Omit<Letter, "asked"> & {
  asked?: { lead: string; where: string; when: string };
};
