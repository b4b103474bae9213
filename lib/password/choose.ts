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
/** code points; from here on length alone decides */
const TOO_LONG_TO_GUESS = 24;
/** Three million guesses: one million find what people choose first, seldom eight random characters. */
const EASY_DIGITS = 6.5;
/** One million from fifteen code points, NIST's length for a password alone: words and a year are a phrase. */
const EASY_DIGITS_FROM_15 = 6;
/** With a word of the user's in it, which acquaintances try first. */
const EASY_DIGITS_FOR_FRIENDS = 8;

/**
 * null when it is allowed. Length in code points of what will be hashed, no composition rules, the whole password
 * against common and context words, and the guesses that find it (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 6.2).
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

/** A context word in a long password, when what remains is too short to be a password. */
function partThatIsNearlyAll(plain: string, known: Map<string, ContextPart>): ContextPart | null {
  const text = withoutSigns(plain);
  const isNearlyAll = (word: string) =>
    text.includes(word) && text.length - word.length < limits.passwordShortest;
  return [...known].find(([word]) => isNearlyAll(word))?.[1] ?? null;
}
