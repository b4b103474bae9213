import { limits } from "../config/limits";
import type { Email } from "../email";
import { isCommon } from "./common/is-common";
import { type ContextPart, contextWords, withoutSigns } from "./context";
import { guess } from "./guess/guess";
import { plainOf } from "./plain";

export type PasswordRefusal =
  | "empty"
  | "short"
  | "long"
  | "damaged"
  | "common"
  | "guessable"
  | ContextPart;

export type BadPassword = { ok: false; refusal: "bad-password"; why: PasswordRefusal };

const LONE_SURROGATE = /\p{Cs}/u;
/** code points: what is this long is judged by its length, whatever it repeats */
const TOO_LONG_TO_GUESS = 24;
/** Three million guesses: what people take first is found by one million, eight signs at random seldom by three. */
const EASY_DIGITS = 6.5;
/** One million for what has fifteen code points, NIST's length for a password alone: some words and a year are a phrase. */
const EASY_DIGITS_FROM_15 = 6;
/** The same with a word of the person's in it: who knows them tries that one before any other. */
const EASY_DIGITS_FOR_FRIENDS = 8;

/**
 * Why a password may not be chosen; null when it may. Length in code points of what will be hashed, no composition
 * rules, the whole password compared with common and context words, and how many guesses find it (NIST SP 800-63B-4
 * §3.1.1.2, OWASP ASVS 6.2).
 */
export async function passwordRefusal(
  password: string,
  context: { address: Email; name: string | null },
): Promise<PasswordRefusal | null> {
  const hashed = password.normalize("NFKC");
  const length = [...hashed].length;
  if (length === 0) return "empty";
  if (LONE_SURROGATE.test(password) || password.includes("\0")) return "damaged";
  if (length < limits.passwordShortest) return "short";
  if (length > limits.passwordLongest) return "long";
  const plain = plainOf(password);
  if (isCommon(plain)) return "common";
  const known = contextWords(context);
  if (length >= TOO_LONG_TO_GUESS) return partThatIsNearlyAll(plain, known);
  const easiest = await guess(plain, [...known.keys()]);
  const [longest = ""] = easiest.known.sort((one, other) => other.length - one.length);
  const part = known.get(longest) ?? "guessable";
  const easy = length < 15 ? EASY_DIGITS : EASY_DIGITS_FROM_15;
  return easiest.digits < (part === "guessable" ? easy : EASY_DIGITS_FOR_FRIENDS) ? part : null;
}

/** Of a long one: what else it holds than one word of the person's is shorter than a password. */
function partThatIsNearlyAll(plain: string, known: Map<string, ContextPart>): ContextPart | null {
  const text = withoutSigns(plain);
  const isNearlyAll = (word: string) =>
    text.includes(word) && text.length - word.length < limits.passwordShortest;
  return [...known].find(([word]) => isNearlyAll(word))?.[1] ?? null;
}
