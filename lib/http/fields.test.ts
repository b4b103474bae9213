import { describe, expect, it } from "vitest";
import { words } from "../messages/words";
import type { RequestContext } from "./context";
import { codeField, emailField, type Field, nameField, passwordField, wrongFields } from "./fields";

type Read = (context: RequestContext) => Field<unknown>;

function read(field: Read, name: string, value: string | undefined, wrong: string[] = []) {
  const form = new Map(value === undefined ? [] : [[name, value]]);
  const found = field({ form, wrong } as unknown as RequestContext);
  return found.ok ? found.value : found.sentence;
}

const half = "\ud800";

describe("a field", () => {
  it.each([
    [" Ana@Ejemplo.com ", "ana@ejemplo.com"],
    [undefined, words.address.empty],
    ["ana", words.address.malformed],
    ["a@b.co,c@d.co", words.address.several],
  ])("of an address: %j", (value, expected) => {
    expect(read(emailField, "email", value)).toBe(expected);
  });

  it.each([
    ["  con espacios  ", "  con espacios  "],
    ["a", "a"],
    ["n\u0303".repeat(128), "n\u0303".repeat(128)],
    ["😀".repeat(128), "😀".repeat(128)],
    ["ñ".repeat(129), words.passwordLong],
    ["", words.passwordEmpty],
    [undefined, words.passwordEmpty],
    [`clave${half}`, words.passwordDamaged],
    ["clave\ufffd", words.passwordDamaged],
    ["clave\0", words.passwordDamaged],
  ])("of a password is never trimmed or cut: %j", (value, expected) => {
    expect(read(passwordField, "password", value)).toBe(expected);
  });

  it.each([
    ["  Ana   María\t", "Ana María"],
    ["Jose\u0301", "José"],
    ["李", "李"],
    ["O'Brien-Pérez, S.A.S.", "O'Brien-Pérez, S.A.S."],
    ["", words.name.empty],
    ["   ", words.name.empty],
    [undefined, words.name.empty],
    ["ñ".repeat(80), "ñ".repeat(80)],
    ["ñ".repeat(81), words.name.long],
    ["...", words.name.damaged],
    ["Ana\0", words.name.damaged],
    ["\u202dAna\u202c", "Ana"],
    [`Ana${half}`, words.name.damaged],
    ["Ana\ufffd", words.name.damaged],
  ])("of a name: %j", (value, expected) => {
    expect(read(nameField, "name", value)).toBe(expected);
  });

  it.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["１２３４５６", "123456"],
    ["١٢٣٤٥٦", "123456"],
    ["۱۲۳ ۴۵۶", "123456"],
    ["१२३४५६", "123456"],
    ["𝟙𝟚𝟛𝟜𝟝𝟞", "123456"],
    ["\u200e123\u00a0456\u200e", "123456"],
    ["\ufeff123\u2011456\u2060", "123456"],
    ["123 – 456", "123456"],
    ["123\ufe0f456", "123456"],
    ["012345", "012345"],
    ["½23456", words.codeMalformed],
    ["१23a56", words.codeMalformed],
    ["12345", words.codeMalformed],
    ["1234567", words.codeMalformed],
    ["12345a", words.codeMalformed],
    ["", words.codeMalformed],
    [undefined, words.codeMalformed],
  ])("of a code: %j", (value, expected) => {
    expect(read(codeField, "code", value)).toBe(expected);
  });

  it.each([
    [emailField, "email", words.address.several],
    [passwordField, "password", words.passwordDamaged],
    [nameField, "name", words.name.damaged],
    [codeField, "code", words.codeMalformed],
  ])("that came twice is refused: %o", (field, name, sentence) => {
    expect(read(field, name, undefined, [name])).toBe(sentence);
  });

  it("that is wrong has a sentence beside it, and the others have none", () => {
    const fields = {
      email: { ok: false, sentence: "Escribe tu correo" },
      name: { ok: true, value: "Ana" },
    } as const;
    expect(wrongFields("/registro", fields)).toEqual({
      ok: false,
      status: 422,
      error: "WrongField",
      url: "/registro",
      fields: { email: "Escribe tu correo" },
    });
  });
});
