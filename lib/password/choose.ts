import type { Address } from "../address";
import { limits } from "../limits";
import { isCommon } from "./common/is-common";
import { type ContextPart, contextPart } from "./context";
import { plainOf } from "./plain";
import { isRunOrRepeat } from "./runs";

export type PasswordRefusal = "empty" | "short" | "long" | "damaged" | "common" | ContextPart;

const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Why a password may not be chosen; null when it may. Length in code points of what will be hashed, no composition
 * rules, the whole password compared with common and context words (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 6.2).
 */
export function passwordRefusal(
  password: string,
  context: { address: Address; name: string | null },
): PasswordRefusal | null {
  const length = [...password.normalize("NFKC")].length;
  if (length === 0) return "empty";
  if (LONE_SURROGATE.test(password) || password.includes("\0")) return "damaged";
  if (length < limits.passwordShortest) return "short";
  if (length > limits.passwordLongest) return "long";
  const plain = plainOf(password);
  if (isRunOrRepeat(plain) || isCommon(plain)) return "common";
  return contextPart(plain, context);
}
