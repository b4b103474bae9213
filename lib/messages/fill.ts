const PLACE = /\{(\w+)\}/g;

/** Fills in each `{name}` that has a value. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(PLACE, (place, name: string) => String(values[name] ?? place));
}

/** Text at even places, names of values at odd ones. */
export const partsOf = (sentence: string): string[] => sentence.split(PLACE);
