import { BRAND } from "../config/brand";
import type { Email } from "../email";
import { plainOf } from "./plain";

/** What a password is made of that others know too. */
export type ContextPart = "has-address" | "has-name" | "has-product";

const SHORTEST = 3;

/** The words of the user and the product, as `plainOf` gives them, with their kind. */
export function contextWords(context: {
  address: Email;
  name: string | null;
}): Map<string, ContextPart> {
  const words = new Map<string, ContextPart>();
  const add = (part: ContextPart, added: string[]) => {
    for (const word of added)
      if (word.length >= SHORTEST && !words.has(word)) words.set(word, part);
  };
  const [local = "", domain = ""] = plainOf(context.address).split("@");
  add("has-address", [...wordsOf(`${local}@${domain}`), ...wordsOf(local), ...wordsOf(domain)]);
  add("has-name", wordsOf(plainOf(context.name ?? "")));
  add("has-product", [...wordsOf(plainOf(BRAND.name)), ...BRAND.passwordWords]);
  return words;
}

export function withoutSigns(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}]+/gu, "");
}

function wordsOf(text: string): string[] {
  return [text, withoutSigns(text), ...text.split(/[^\p{L}\p{N}]+/u)];
}
