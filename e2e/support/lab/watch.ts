import type { BrowserContext } from "@playwright/test";

/** What a browser says of a door that refuses, as it should; a page's own parts must always come. */
const REFUSAL = /^Failed to load resource: the server responded with a status of (4\d\d|502|503)/;
const PART = /\/(_next|assets)\//;

/**
 * Gathers what a person would not see but should not happen: console errors (a violated CSP is one) and
 * uncaught exceptions, in every page of the context.
 * @returns the list, which grows
 */
export function watch(context: BrowserContext, allowed: RegExp[]): string[] {
  const errors: string[] = [];
  const add = (error: string) => {
    if (!allowed.some((pattern) => pattern.test(error))) errors.push(error);
  };
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const { url } = message.location();
    if (REFUSAL.test(message.text()) && !PART.test(url)) return;
    add(`${message.text()} (${url})`);
  });
  context.on("weberror", (error) => add(String(error.error())));
  return errors;
}
