/** An hour keeps its `p. m.` on its line. */
export const unbroken = (text: string): string =>
  text.replace(/:\d\d [ap]\.? ?m\b/gi, (hour) => hour.replaceAll(" ", "\u00a0"));
