import type { Banner } from "@/lib/messages/banner";

/** What a form was answered with, from the server's first HTML or from a fetch. */
export type Answer = {
  notice: Banner | null;
  /** a sentence for each wrong field, in the form's order */
  fields: Record<string, string>;
  /** what was typed, but passwords */
  values: Record<string, string>;
  /** shown at once where scripts find that the browser refuses cookies */
  refusing?: Banner | null;
  /** fields that are wrong together, without a sentence of their own */
  marked?: readonly string[];
};

export const NO_ANSWER: Answer = { notice: null, fields: {}, values: {} };
export const BANNER_ID = "aviso";

/** Where the keyboard goes after an answer: null leaves it where it is. */
export type Target = { id: string; select: boolean };

/** One wrong field takes the focus itself; more, or none, leave it to the notice. */
export function targetOf({ notice, fields, marked = [] }: Answer): Target | null {
  const wrong = Object.keys(fields);
  const [only] = wrong;
  if (only && wrong.length === 1) return { id: only, select: true };
  if (wrong.length > 1) return { id: BANNER_ID, select: false };
  const last = marked.at(-1);
  if (last) return { id: last, select: true };
  return notice ? { id: BANNER_ID, select: false } : null;
}
