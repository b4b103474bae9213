/** Compatibility forms folded, lower case, no accents: `Ｃontraseña` is `contrasena` (NIST SP 800-63B-4 §3.1.1.2). */
export function plainOf(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
