import { limits } from "../config/limits";
import { type Email, parseEmail } from "../email";
import { messages } from "../messages/messages";
import { type NameRefusal, parseName } from "../name";
import type { PasswordRefusal } from "../password/choose";
import { readToken } from "../token/extract";
import type { RequestContext } from "./context";
import type { Reply } from "./reply";

export type Field<T> = { ok: true; value: T } | { ok: false; sentence: string };

export function emailField(context: RequestContext): Field<Email> {
  if (context.wrong.includes("email"))
    return { ok: false, sentence: messages().replies.address.several };
  const parsed = parseEmail(context.form.get("email") ?? "");
  return parsed.ok
    ? { ok: true, value: parsed.address }
    : { ok: false, sentence: messages().replies.address[parsed.refusal] };
}

/** A password to compare: never trimmed or cut. */
export function passwordField(context: RequestContext): Field<string> {
  const value = context.form.get("password") ?? "";
  if (context.wrong.includes("password"))
    return { ok: false, sentence: messages().replies.password.damaged };
  if (value === "") return { ok: false, sentence: messages().replies.password.empty };
  // as it will be hashed: some keyboards send an accented letter in two parts
  if ([...value.normalize("NFKC")].length > limits.passwordLongest)
    return { ok: false, sentence: messages().replies.password.long };
  if (/[\p{Cs}\ufffd\0]/u.test(value))
    return { ok: false, sentence: messages().replies.password.damaged };
  return { ok: true, value };
}

/** One to be chosen: that it is short is said together with what is wrong in other fields. */
export function newPasswordField(context: RequestContext): Field<string> {
  const field = passwordField(context);
  return field.ok && [...field.value.normalize("NFKC")].length < limits.passwordShortest
    ? { ok: false, sentence: messages().replies.password.short }
    : field;
}

export function optionalPasswordField(context: RequestContext): Field<string> {
  const given = context.form.get("password") || context.wrong.includes("password");
  return given ? passwordField(context) : { ok: true, value: "" };
}

/** @param says the sentence for each refusal, where it is not the person's own name */
export function nameField(
  context: RequestContext,
  says: Record<NameRefusal, string> = messages().replies.name,
): Field<string> {
  if (context.wrong.includes("name")) return { ok: false, sentence: says.damaged };
  const parsed = parseName(context.form.get("name") ?? "");
  return parsed.ok
    ? { ok: true, value: parsed.name }
    : { ok: false, sentence: says[parsed.refusal] };
}

/** Whatever its value: empty, repeated or not text too. */
export function hasToken(context: RequestContext): boolean {
  return context.form.has("token") || context.wrong.includes("token");
}

/** What an authenticator gave, as JSON: empty where it is missing or repeated, which is refused as anything else that is wrong with it. */
export function credentialField(context: RequestContext): string {
  return context.form.get("credential") ?? "";
}

/** Empty when there is no token: no other text gets into our URLs. */
export function tokenField(context: RequestContext): string {
  return readToken(context.form.get("token")) ?? "";
}

/** in characters, with room for spaces and dashes */
const LONGEST_RECOVERY_CODE = 100;
const CODE = new RegExp(`^\\d{${limits.codeDigits}}$`);

/** Digits of any script; pasted spaces, dashes and invisible characters are dropped. */
export function codeField(context: RequestContext): Field<string> {
  const digits = (context.form.get("code") ?? "")
    .normalize("NFKC")
    .replace(/[\s\p{Pd}\u2212\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .replace(/\p{Nd}/gu, latin);
  return CODE.test(digits)
    ? { ok: true, value: digits }
    : { ok: false, sentence: messages().replies.codeMalformed };
}

/** As it was typed: its spelling is the business of whoever compares it. */
export function recoveryCodeField(context: RequestContext): Field<string> {
  const value = (context.form.get("recoveryCode") ?? "").trim();
  return value !== "" && value.length <= LONGEST_RECOVERY_CODE
    ? { ok: true, value }
    : { ok: false, sentence: messages().replies.recoveryCodeMissing };
}

/** Digits stand in rows of ten, each from its zero on (Unicode Standard §4.6). */
function latin(digit: string): string {
  const own = digit.codePointAt(0) ?? 0;
  let zero = own;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((own - zero) % 10);
}

export function refusedPassword(page: string, why: PasswordRefusal): Reply {
  const sentence = messages().replies.password[why];
  return wrongFields(page, { password: { ok: false, sentence } });
}

export function wrongFields(page: string, fields: Record<string, Field<unknown>>): Reply {
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
