import type { Address } from "../address";
import { limits } from "../limits";
import { isCommon } from "./common/is-common";
import { type ContextPart, contextPart } from "./context";
import { plainOf } from "./plain";
import { isRunOrRepeat, RUNS_COUNT_BELOW } from "./runs";

export type PasswordRefusal = "empty" | "short" | "long" | "damaged" | "common" | ContextPart;

const LONE_SURROGATE = /\p{Cs}/u;
/** So short, and of these signs, that somebody who guesses tries every run and repeat; a longer one has too many. */
const isGuessable = (text: string) => /^[ -~]*$/.test(text) && text.length < RUNS_COUNT_BELOW;

/**
 * Why a password may not be chosen; null when it may. Length in code points of what will be hashed, no composition
 * rules, the whole password compared with common and context words (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 6.2).
 */
export function passwordRefusal(
  password: string,
  context: { address: Address; name: string | null },
): PasswordRefusal | null {
  const hashed = password.normalize("NFKC");
  const length = [...hashed].length;
  if (length === 0) return "empty";
  if (LONE_SURROGATE.test(password) || password.includes("\0")) return "damaged";
  if (length < limits.passwordShortest) return "short";
  if (length > limits.passwordLongest) return "long";
  const plain = plainOf(password);
  if ((isGuessable(hashed) && isRunOrRepeat(plain)) || isCommon(plain)) return "common";
  return contextPart(plain, context);
}
