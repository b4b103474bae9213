import type { Banner } from "./banner";
import type { Messages } from "./catalogue";
import { es } from "./es";

/** The sentences for whoever reads what comes of this call. */
export function messages(): Messages {
  return es;
}

/** The banner for an error code; the default one when it is unknown. The code itself is never shown. */
export function errorBanner(code: string): Banner {
  const { errors } = messages();
  return isKnown(errors, code) ? errors[code] : errors.Default;
}

/**
 * The same for an error code of an address.
 * @param code from `?error=`; of any type, since it comes from outside
 * @returns null when there is no code
 */
export function bannerOfError(code: unknown): Banner | null {
  if (code === undefined || code === null) return null;
  return errorBanner(typeof code === "string" ? code : "Default");
}

const isKnown = <T extends object>(errors: T, code: PropertyKey): code is keyof T =>
  Object.hasOwn(errors, code);
