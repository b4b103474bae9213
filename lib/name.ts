import { limits } from "./config/limits";

export type NameRefusal = "empty" | "long" | "damaged";
export type ParsedName = { ok: true; name: string } | { ok: false; refusal: NameRefusal };

const DAMAGED = /[\p{Cc}\p{Cs}\ufffd]/gu;
/** A name has something that is read: letters, digits, or a picture. */
const READ = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const SPACES = /[\s\u0085]+/gu;
/** What nobody sees: marks of direction, spaces without width, fillers; not what joins or chooses signs. */
const UNSEEN =
  /(?![\u200c-\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;
/**
 * Joiners stand between two signs: in Persian, in Indic scripts, in pictures of several (RFC 5892 §A.1). Behind a
 * virama one also ends a word (§A.2): the chillu letters of Malayalam are written so.
 */
const LOOSE_JOINERS =
  /(?<![\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c-\u200d]|(?:\u200c|(?<![\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]\p{M}*)\u200d)(?![\p{L}\p{M}\p{N}\p{Extended_Pictographic}])/gu;
const LOOSE_SELECTORS =
  /(?<![\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}\d#*])\p{Variation_Selector}/gu;
/** They spell the flag that they stand behind. */
const LOOSE_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]/gu;

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** One character is as many as this of Unicode's code points, on the average of a name: a family is seven. */
const CODE_POINTS = 3;

/**
 * The one cleaner of names, typed or told by Google: NFC, one space between words, and nothing unseen but what joins.
 * A name comes out of a contact card with marks of direction around it, and overrides among them (Unicode Standard
 * Annex 9 §2.2), which without the cleaning would turn around what stands behind them.
 */
function clean(typed: string): string {
  return typed
    .replace(UNSEEN, "")
    .replace(LOOSE_SELECTORS, "")
    .replace(LOOSE_TAGS, "")
    .replace(LOOSE_JOINERS, "")
    .replace(SPACES, " ")
    .normalize("NFC")
    .trim();
}

/** A name as a person typed it. */
export function parseName(typed: string): ParsedName {
  const name = clean(typed);
  if (name === "") return { ok: false, refusal: "empty" };
  if (fitting(name) !== name) return { ok: false, refusal: "long" };
  return name.search(DAMAGED) === -1 && READ.test(name)
    ? { ok: true, name }
    : { ok: false, refusal: "damaged" };
}

/** A name as another service tells it, which cannot be asked to correct it; null when nothing of it can be read. */
export function nameFrom(told: string): string | null {
  const name = fitting(clean(told.replace(DAMAGED, " "))).trim();
  return READ.test(name) ? name : null;
}

/** As much of it as there is room for, in whole characters. */
function fitting(name: string): string {
  let kept = "";
  let [length, size] = [0, 0];
  for (const { segment } of characters.segment(name)) {
    length += 1;
    size += [...segment].length;
    if (length > limits.nameLongest || size > limits.nameLongest * CODE_POINTS) break;
    kept += segment;
  }
  return kept;
}
