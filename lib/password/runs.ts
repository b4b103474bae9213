import { plainOf } from "./plain";

/** characters: what is this long is judged by its length, whatever it repeats */
export const RUNS_COUNT_BELOW = 15;
/** Shorter ones are in every other word. */
const SHORTEST_RUN = 3;
/** What a password may be besides runs, at most, and still be made of them. */
const LITTLE = 3;
const LONGEST_UNIT = 7;

/** Neighbours on Spanish and English keyboards: along the rows, down the columns, and to and fro between two rows. */
const KEYBOARD = [
  "1234567890",
  "qwertyuiop",
  "asdfghjklñ",
  "asdfghjkl;",
  "zxcvbnm,.-",
  ...["1qaz", "2wsx", "3edc", "4rfv", "5tgb", "6yhn", "7ujm", "8ik,", "9ol.", "0p;/"],
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "qawsedrftgyhujikolp",
  "azsxdcfvgbhnjmk,l.",
].map(plainOf);
const LINES = [...KEYBOARD, ...KEYBOARD.map((line) => [...line].reverse().join(""))];

/**
 * Whether a password is one short thing over and over (`abcabcabc`), or runs and next to nothing else: `12345678`,
 * `aaaabbbb`, `abcd4321!`, `qwertyuiop`, `1q2w3e4r`.
 * @param plain as `plainOf` gives it
 */
export function isRunOrRepeat(plain: string): boolean {
  const characters = [...plain];
  return isRepeat(characters) || besidesRuns(characters) <= LITTLE;
}

/** How long a text is, where it is short without its runs: there a run counts as one character. */
export function weightOf(plain: string): number {
  const characters = [...plain];
  if (characters.length >= RUNS_COUNT_BELOW) return characters.length;
  let weight = 0;
  for (let at = 0; at < characters.length; weight += 1) at += Math.max(1, runAt(characters, at));
  return weight;
}

function besidesRuns(characters: string[]): number {
  let beside = 0;
  for (let at = 0; at < characters.length; ) {
    const run = runAt(characters, at);
    if (run === 0) beside += 1;
    at += Math.max(1, run);
  }
  return beside;
}

function isRepeat(characters: string[]): boolean {
  for (let unit = 1; unit <= LONGEST_UNIT && unit * 2 <= characters.length; unit += 1)
    if (characters.every((character, at) => at < unit || character === characters[at - unit]))
      return true;
  return false;
}

/** How long the run that begins here is; 0 when there is none. */
function runAt(characters: string[], start: number): number {
  const length = Math.max(steppedRun(characters, start), keyboardRun(characters, start));
  return length >= SHORTEST_RUN ? length : 0;
}

/** Alphabet, digits or one character again and again: each the same step from the one before. */
function steppedRun(characters: string[], start: number): number {
  const step = stepTo(characters, start + 1);
  if (step === null || Math.abs(step) > 1) return 0;
  let end = start + 1;
  while (stepTo(characters, end) === step) end += 1;
  return end - start;
}

function stepTo(characters: string[], at: number): number | null {
  const before = characters[at - 1]?.codePointAt(0);
  const here = characters[at]?.codePointAt(0);
  return before === undefined || here === undefined ? null : here - before;
}

function keyboardRun(characters: string[], start: number): number {
  let end = start;
  while (end < characters.length && isOnKeyboard(characters.slice(start, end + 1).join("")))
    end += 1;
  return end - start;
}

const isOnKeyboard = (text: string) => LINES.some((line) => line.includes(text));
