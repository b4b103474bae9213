import type { Banner } from "./banner";
import type { Messages } from "./catalogue";
import { en } from "./en";
import { es } from "./es";
import type { Language } from "./languages";
import { pt } from "./pt";
import { reader } from "./reader";

export const CATALOGUES: Readonly<Record<Language, Messages>> = { es, en, "pt-BR": pt };

/** The sentences in the language of the reader around. */
export const messages = (): Messages => CATALOGUES[reader().language];

/** An error code's banner, or the default one; the code is never shown. */
export function errorBanner(code: string, { errors }: Messages = messages()): Banner {
  return isKnown(errors, code) ? errors[code] : errors.Default;
}

/** The banner for `?error=`; null when there is no code. */
export function bannerOfError(code: unknown, said: Messages = messages()): Banner | null {
  if (code === undefined || code === null) return null;
  return errorBanner(typeof code === "string" ? code : "Default", said);
}

const isKnown = <T extends object>(errors: T, code: PropertyKey): code is keyof T =>
  Object.hasOwn(errors, code);
