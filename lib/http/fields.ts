import { limits } from "../config/limits";
import { type Address, parseAddress } from "../email";
import { words } from "../messages/words";
import { parseName } from "../name";
import type { PasswordRefusal } from "../password/choose";
import { readToken } from "../token/read";
import type { Visit } from "./context";
import type { Answer } from "./reply";

/** A field as it was read: its value, or the sentence that stands beside it. */
export type Field<T> = { ok: true; value: T } | { ok: false; sentence: string };

export function addressField(visit: Visit): Field<Address> {
  if (visit.wrong.includes("email")) return { ok: false, sentence: words.address.several };
  const parsed = parseAddress(visit.form.get("email") ?? "");
  return parsed.ok
    ? { ok: true, value: parsed.address }
    : { ok: false, sentence: words.address[parsed.refusal] };
}

/** A password as it was typed, to be compared: never trimmed, never cut. */
export function passwordField(visit: Visit): Field<string> {
  const value = visit.form.get("password") ?? "";
  if (visit.wrong.includes("password")) return { ok: false, sentence: words.passwordDamaged };
  if (value === "") return { ok: false, sentence: words.passwordEmpty };
  // counted as it will be hashed: some keyboards send an accented letter in two parts
  if ([...value.normalize("NFKC")].length > limits.passwordLongest)
    return { ok: false, sentence: words.passwordLong };
  if (/[\p{Cs}\ufffd\0]/u.test(value)) return { ok: false, sentence: words.passwordDamaged };
  return { ok: true, value };
}

export function nameField(visit: Visit): Field<string> {
  if (visit.wrong.includes("name")) return { ok: false, sentence: words.name.damaged };
  const parsed = parseName(visit.form.get("name") ?? "");
  return parsed.ok
    ? { ok: true, value: parsed.name }
    : { ok: false, sentence: words.name[parsed.refusal] };
}

/** Whether a form has the field of a token, whatever is in it: also nothing, two of them, or what is no text. */
export function hasToken(visit: Visit): boolean {
  return visit.form.has("token") || visit.wrong.includes("token");
}

/** A link's token; empty when there is none: nothing else gets into an address of ours. */
export function tokenField(visit: Visit): string {
  return readToken(visit.form.get("token")) ?? "";
}

/** A one-time code: six digits of any script, and what is pasted between and around them forgiven. */
export function codeField(visit: Visit): Field<string> {
  const digits = (visit.form.get("code") ?? "")
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\u2212\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/\p{Nd}/gu, latin);
  return /^\d{6}$/.test(digits)
    ? { ok: true, value: digits }
    : { ok: false, sentence: words.codeMalformed };
}

/** Digits stand in rows of ten, each from its zero on (Unicode Standard §4.6). */
function latin(digit: string): string {
  const own = digit.codePointAt(0) ?? 0;
  let zero = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((own - zero) % 10);
}

/** The sentence for a password that may not be chosen. */
export function passwordSentence(refusal: PasswordRefusal): string {
  switch (refusal) {
    case "empty":
      return words.passwordEmpty;
    case "short":
      return words.passwordShort;
    case "long":
      return words.passwordLong;
    case "damaged":
      return words.passwordDamaged;
    case "common":
      return words.passwordCommon;
    case "guessable":
      return words.passwordGuessable;
    case "has-address":
      return words.passwordContext.address;
    case "has-name":
      return words.passwordContext.name;
    case "has-product":
      return words.passwordContext.product;
  }
}

/** The answer when fields are wrong: a sentence for each. */
export function wrongFields(page: string, fields: Record<string, Field<unknown>>): Answer {
  const sentences = Object.entries(fields).flatMap(([name, field]) =>
    field.ok ? [] : [[name, field.sentence] as const],
  );
  return {
    ok: false,
    status: 422,
    error: "WrongField",
    url: page,
    fields: Object.fromEntries(sentences),
  };
}
