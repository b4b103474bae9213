/** What is spoken here, by BCP 47 tag. */
export const LANGUAGES = ["es", "en", "pt-BR"] as const;
export type Language = (typeof LANGUAGES)[number];

/** `es-MX` is Spanish, and every Portuguese Brazilian (RFC 4647 §3.4, lookup); null for what is not spoken here. */
export function languageOf(tag: string): Language | null {
  const [primary = ""] = tag.toLowerCase().split("-");
  return LANGUAGES.find((language) => language.toLowerCase().split("-")[0] === primary) ?? null;
}
