import { expect, it } from "vitest";
import { escapeHtml, plain } from "./escape";

it("escapes what HTML would read", () => {
  expect(escapeHtml(`<a href="x" id='y'>&amp;</a>`)).toBe(
    "&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;",
  );
});

it.each([
  ["Chrome en Windows", "Chrome en Windows"],
  ["Bogotá, Colombia", "Bogotá, Colombia"],
  ["Washington, D. C.", "Washington, D. C."],
  ["São Tomé (centro)", "São Tomé (centro)"],
  ["evil.example", "evil example"],
  ["https://evil.example/a?b=c", "https evil example a b c"],
  ["a\r\n\r\nb\u2028c", "a b c"],
  ["ana@evil.example", "ana evil example"],
  ["a\u202eb\u200bc", "a b c"],
  ["  ", ""],
  ["x".repeat(500), "x".repeat(80)],
])("says %j as %j", (given, said) => {
  expect(plain(given)).toBe(said);
});
