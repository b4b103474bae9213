import { describe, expect, it } from "vitest";
import { messages } from "../messages/messages";
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
    [undefined, messages().replies.address.empty],
    ["ana", messages().replies.address.malformed],
    ["a@b.co,c@d.co", messages().replies.address.several],
  ])("of an address: %j", (value, expected) => {
    expect(read(emailField, "email", value)).toBe(expected);
  });

  it.each([
    ["  con espacios  ", "  con espacios  "],
    ["a", "a"],
    ["n\u0303".repeat(128), "n\u0303".repeat(128)],
    ["😀".repeat(128), "😀".repeat(128)],
    ["ñ".repeat(129), messages().replies.password.long],
    ["", messages().replies.password.empty],
    [undefined, messages().replies.password.empty],
    [`clave${half}`, messages().replies.password.damaged],
    ["clave\ufffd", messages().replies.password.damaged],
    ["clave\0", messages().replies.password.damaged],
  ])("of a password is never trimmed or cut: %j", (value, expected) => {
    expect(read(passwordField, "password", value)).toBe(expected);
  });

  it.each([
    ["  Ana   María\t", "Ana María"],
    ["Jose\u0301", "José"],
    ["李", "李"],
    ["O'Brien-Pérez, S.A.S.", "O'Brien-Pérez, S.A.S."],
    ["", messages().replies.name.empty],
    ["   ", messages().replies.name.empty],
    [undefined, messages().replies.name.empty],
    ["ñ".repeat(80), "ñ".repeat(80)],
    ["ñ".repeat(81), messages().replies.name.long],
    ["...", messages().replies.name.damaged],
    ["Ana\0", messages().replies.name.damaged],
    ["\u202dAna\u202c", "Ana"],
    [`Ana${half}`, messages().replies.name.damaged],
    ["Ana\ufffd", messages().replies.name.damaged],
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
    ["½23456", messages().replies.codeMalformed],
    ["१23a56", messages().replies.codeMalformed],
    ["12345", messages().replies.codeMalformed],
    ["1234567", messages().replies.codeMalformed],
    ["12345a", messages().replies.codeMalformed],
    ["", messages().replies.codeMalformed],
    [undefined, messages().replies.codeMalformed],
  ])("of a code: %j", (value, expected) => {
    expect(read(codeField, "code", value)).toBe(expected);
  });

  it.each([
    [emailField, "email", messages().replies.address.several],
    [passwordField, "password", messages().replies.password.damaged],
    [nameField, "name", messages().replies.name.damaged],
    [codeField, "code", messages().replies.codeMalformed],
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
