import type { Banner } from "./banner";
import type { Messages } from "./catalogue";
import { es } from "./es";

/** The sentences in the reader's language. */
export function messages(): Messages {
  return es;
}

/** An error code's banner, or the default one; the code is never shown. */
export function errorBanner(code: string): Banner {
  const { errors } = messages();
  return isKnown(errors, code) ? errors[code] : errors.Default;
}

/** The banner for `?error=`; null when there is no code. */
export function bannerOfError(code: unknown): Banner | null {
  if (code === undefined || code === null) return null;
  return errorBanner(typeof code === "string" ? code : "Default");
}

const isKnown = <T extends object>(errors: T, code: PropertyKey): code is keyof T =>
  Object.hasOwn(errors, code);
