const PLACE = /\{(\w+)\}/g;

/** A sentence with its `{name}` filled in. A name without a value stays as it is. */
export function fill(sentence: string, values: Record<string, string | number>): string {
  return sentence.replace(PLACE, (place, name: string) => String(values[name] ?? place));
}

/** A sentence in parts: at even places what is said, at odd ones the names of what stands between. */
export const partsOf = (sentence: string): string[] => sentence.split(PLACE);
