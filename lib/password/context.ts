import type { Email } from "../email";
import { plainOf } from "./plain";

/** What a password may be made of that others know too. */
export type ContextPart = "has-address" | "has-name" | "has-product";

const PRODUCT = ["alegra", "ingreso", "facturacion", "contabilidad"];
/** Shorter words are in too many others. */
const SHORTEST = 3;

/** The words of the person and the product, as `plainOf` gives them, and of which each is. */
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
  add("has-product", PRODUCT);
  return words;
}

/** Letters and digits alone. */
export function withoutSigns(plain: string): string {
  return plain.replace(/[^\p{L}\p{N}]+/gu, "");
}

/** A text as it stands, its words, and all of them in one. */
function wordsOf(text: string): string[] {
  return [text, withoutSigns(text), ...text.split(/[^\p{L}\p{N}]+/u)];
}
