import type { Address } from "../address";
import { limits } from "../limits";

export type PasswordRefusal =
  | "empty"
  | "short"
  | "long"
  | "damaged"
  | "common"
  | "has-address"
  | "has-name"
  | "has-product";

const PRODUCT = ["alegra", "ingreso", "facturacion"];
const SHORTEST_WORD = 4;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * Why a password may not be chosen; null when it may. Length in code points, no composition rules, the whole password
 * compared with common and context words (NIST SP 800-63B-4 §3.1.1.2, OWASP ASVS 6.2).
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
  if (isRunOrRepeat(plain)) return "common";
  if (madeOf(plain, addressWords(context.address))) return "has-address";
  if (madeOf(plain, wordsOf(context.name ?? ""))) return "has-name";
  if (madeOf(plain, PRODUCT)) return "has-product";
  return null;
}

/** Lower case, without accents: `Álegra` is `alegra`. */
function plainOf(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

function addressWords(address: Address): string[] {
  const [local = "", domain = ""] = address.split("@");
  return [address, local, domain, ...wordsOf(local), ...wordsOf(domain)].map(plainOf);
}

const wordsOf = (text: string) => plainOf(text).split(/[^\p{L}\p{N}]+/u);

/** A word of the context with little around it: what is left when it is taken out is shorter than a password. */
function madeOf(password: string, words: string[]): boolean {
  return words.some(
    (word) =>
      word.length >= SHORTEST_WORD &&
      password.includes(word) &&
      password.replaceAll(word, "").length < limits.passwordShortest,
  );
}

/** `aaaaaaaa`, `abcabcabc`, `12345678`, `87654321`. */
function isRunOrRepeat(password: string): boolean {
  if (/^(.{1,4})\1+$/su.test(password)) return true;
  const points = [...password].map((character) => character.codePointAt(0) ?? 0);
  const steps = new Set(points.slice(1).map((point, index) => point - (points[index] ?? 0)));
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}
