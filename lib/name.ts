import { limits } from "./config/limits";

export type NameRefusal = "empty" | "long" | "damaged";
export type ParsedName = { ok: true; name: string } | { ok: false; refusal: NameRefusal };

const DAMAGED = /[\p{Cc}\p{Cs}\ufffd]/gu;
const READ = /[\p{L}\p{N}\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

const SPACES = /[\s\u0085]+/gu;
/** Invisible: marks of direction, zero-width spaces, fillers; not joiners and variation selectors. */
const UNSEEN =
  /(?![\u200c-\u200d\p{Variation_Selector}\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu;
/** A joiner stands between two characters (RFC 5892 §A.1), and behind a virama also at a word's end (§A.2, Malayalam). */
const LOOSE_JOINERS =
  /(?<![\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}])[\u200c-\u200d]|(?:\u200c|(?<![\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]\p{M}*)\u200d)(?![\p{L}\p{M}\p{N}\p{Extended_Pictographic}])/gu;
const LOOSE_SELECTORS =
  /(?<![\p{Extended_Pictographic}\p{Script=Han}\p{Script=Mongolian}\d#*])\p{Variation_Selector}/gu;
/** Tags spell a flag behind the black flag alone. */
const LOOSE_TAGS = /(?<!\u{1f3f4}[\u{e0020}-\u{e007e}]*)[\u{e0020}-\u{e007f}]/gu;

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** code points that a name's average character may have; a family emoji has seven */
const CODE_POINTS = 3;

/**
 * The one cleaner of names, typed or Google's: NFC, single spaces, no invisible characters but joiners. Contact cards put
 * direction overrides around names (Unicode Standard Annex 9 §2.2), which would reverse the text behind them.
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

export function parseName(typed: string): ParsedName {
  const name = clean(typed);
  if (name === "") return { ok: false, refusal: "empty" };
  if (fitting(name) !== name) return { ok: false, refusal: "long" };
  return name.search(DAMAGED) === -1 && READ.test(name)
    ? { ok: true, name }
    : { ok: false, refusal: "damaged" };
}

/** Another service's name, repaired since no person can correct it; null when nothing of it is legible. */
export function nameFrom(told: string): string | null {
  const name = fitting(clean(told.replace(DAMAGED, " "))).trim();
  return READ.test(name) ? name : null;
}

/** Cut to the limit between whole characters. */
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
