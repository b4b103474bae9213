import type { Address } from "../address";
import { limits } from "../limits";
import { plainOf } from "./plain";
import { weightOf } from "./runs";

/** What a password may be made of that others know too. */
export type ContextPart = "has-address" | "has-name" | "has-product";

const PRODUCT = ["alegra", "ingreso", "facturacion", "contabilidad"];
/** Shorter words are in too many others, so they count only where they stand alone. */
const ANYWHERE = 4;
const ALONE = 3;

/**
 * Which words of the person or the product a password is made of: what is left when they are taken out is shorter than
 * a password, a run counted as one character. Null when enough is left.
 * @param plain as `plainOf` gives it
 */
export function contextPart(
  plain: string,
  context: { address: Address; name: string | null },
): ContextPart | null {
  const parts: [ContextPart, string[]][] = [
    ["has-address", addressWords(context.address)],
    ["has-name", wordsOf(context.name ?? "")],
    ["has-product", PRODUCT],
  ];
  const alone = parts.find(([, words]) => isMadeOf(plain, words));
  if (alone) return alone[0];
  if (
    !isMadeOf(
      plain,
      parts.flatMap(([, words]) => words),
    )
  )
    return null;
  return parts.find(([, words]) => without(plain, words) !== plain)?.[0] ?? null;
}

function addressWords(address: Address): string[] {
  const [local = "", domain = ""] = plainOf(address).split("@");
  return [`${local}@${domain}`, local, domain, ...wordsOf(local), ...wordsOf(domain)];
}

/** The words of a text, and all of them in one. */
function wordsOf(text: string): string[] {
  const words = plainOf(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  return words.length > 1 ? [words.join(""), ...words] : words;
}

function isMadeOf(plain: string, words: string[]): boolean {
  const left = without(plain, words);
  return left !== plain && weightOf(left) < limits.passwordShortest;
}

function without(plain: string, words: string[]): string {
  const longestFirst = [...words].sort((one, other) => other.length - one.length);
  return longestFirst.reduce(take, plain);
}

function take(text: string, word: string): string {
  if (word.length >= ANYWHERE) return text.replaceAll(word, "");
  if (word.length < ALONE) return text;
  // the characters of the syntax and no others: any other escape is a fault (ECMA-262 §22.2.1, SyntaxCharacter)
  const escaped = word.replace(/[\^$.*+?()[\]{}|\\/]/g, "\\$&");
  return text.replace(new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, "gu"), "");
}
