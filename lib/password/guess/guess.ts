import { readFileSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { Options, type OptionsGraph } from "@zxcvbn-ts/core";
import Matching from "@zxcvbn-ts/core/dist/Matching.mjs";
import Scoring from "@zxcvbn-ts/core/dist/scoring/index.mjs";
import { singleton } from "../../singleton";
import { numbers } from "./numbers";
import { readingsOf } from "./readings";

const BETWEEN = /[ .,;:_/-]/g;
/** From this length a user's word counts anywhere; a shorter one only as a part of the estimate. */
const TOLD = 4;

const FOREIGN = /[^ -~]/u;
/** A character no list knows (an emoji, another script) costs as much as two known ones. */
const FOREIGN_DIGITS = 2;

type Estimator = { options: Options; matching: Matching; scoring: Scoring };

/** Ten to the power of `digits` guesses; `known` are the given words in it. */
export type Guess = { digits: number; known: string[] };

/**
 * Guesses that find a password: the product over its parts (words, names, runs, repeats, dates, numbers, unknown), in
 * the cheapest reading (zxcvbn). A few milliseconds for 24 characters, growing with the square: for short ones.
 * @param plain as `plainOf` gives it
 * @param given words of the user, as `plainOf` gives them
 */
export async function guess(plain: string, given: string[]): Promise<Guess> {
  const estimator = await theEstimator();
  const foreign = given.filter((word) => FOREIGN.test(word) && plain.includes(word));
  const rest = foreign.reduce((text, word) => text.replaceAll(word, ""), plain);
  const [ascii, strange] = [[] as string[], [] as string[]];
  for (const sign of rest) (FOREIGN.test(sign) ? strange : ascii).push(sign);
  const text = ascii.join("");
  const tight = text.replace(BETWEEN, "");
  const between = tight === text ? 0 : 1;
  const guesses = [
    estimate(estimator, text, given),
    // one separator between all words is one character to guess
    ...readingsOf(tight).map((reading) => dearer(estimate(estimator, reading, given), between)),
  ];
  const soonest = guesses.reduce((one, other) => (other.digits < one.digits ? other : one));
  return dearer(
    { digits: soonest.digits, known: [...foreign, ...soonest.known] },
    strange.length * FOREIGN_DIGITS,
  );
}

const dearer = ({ digits, known }: Guess, more: number): Guess => ({
  digits: digits + more,
  known,
});

function estimate(
  { options, matching, scoring }: Estimator,
  reading: string,
  given: string[],
): Guess {
  // the library looks words up in plain objects, which have these two keys
  const text = reading.replace(/constructor|__proto__/g, "arquitecto");
  const matches = matching.match(text, options.getUserInputsOptions(given));
  if (matches instanceof Promise) throw new TypeError("a matcher that takes its time");
  // without its surcharge for each part: a word, a year and a sign would equal eight unknown characters
  const { sequence } = scoring.mostGuessableMatchSequence(text, matches, true);
  const parts = sequence.map(({ matchedWord }) => matchedWord);
  const isIn = (word: string) =>
    parts.includes(word) || (word.length >= TOLD && text.includes(word));
  return {
    digits: sequence.reduce((sum, { guessesLog10 }) => sum + guessesLog10, 0),
    known: given.filter(isIn),
  };
}

const theEstimator = () => singleton("password-estimator", () => withWords(readWords()));

/** @throws the file system's fault when the build put the files elsewhere */
function readWords() {
  // written out in full each: bundlers find files that way
  const keyboards = readFileSync(new URL("./words/keyboards.json", import.meta.url), "utf8");
  const words = readFileSync(new URL("./words/words.txt", import.meta.url), "utf8");
  return { graphs: JSON.parse(keyboards) as OptionsGraph, lists: words.trimEnd().split("\n") };
}

/** List by list, so that other requests go on while the first password is chosen. */
async function withWords({ graphs, lists }: ReturnType<typeof readWords>): Promise<Estimator> {
  // the library's own l33t reading takes seconds on many signs: `readingsOf` replaces it
  const options = new Options({ graphs, l33tMaxSubstitutions: 0 }, { number: numbers });
  for (const line of lists) {
    await setImmediate();
    const [name = "", ...words] = line.split(" ");
    // as its constructor does for all lists at once
    const one = new Options({ dictionary: { [name]: words } });
    Object.assign(options.rankedDictionaries, one.rankedDictionaries);
    Object.assign(options.rankedDictionariesMaxWordSize, one.rankedDictionariesMaxWordSize);
  }
  return { options, matching: new Matching(options), scoring: new Scoring(options) };
}
