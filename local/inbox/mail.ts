/** One mail as the inbox tells it. */
export type Mail = {
  id: number;
  /** when it arrived, ISO 8601 */
  at: string;
  /** the envelope's recipients, lower-cased */
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  /** the http(s) addresses in it, each once, in the order in which they appear */
  links: string[];
};
