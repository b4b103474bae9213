/**
 * What stands before a token (`3D` is what quoted-printable makes of `=`), the token, and no letter of a longer one. A
 * token may itself begin with 3D and have strokes behind it; but 256 bits end in one of sixteen signs (RFC 4648 §5).
 */
const AMONG =
  /^[^\w-]*(?:3[Dd](?=[\w-]{42}[AEIMQUYcgkosw048](?![A-Za-z\d])))?([\w-]{43})(?![A-Za-z\d])/;

/**
 * A link's token out of what a mail program, a finger or a click tracker has put around it: a full stop, a bracket, a
 * quote, a space, `3D`. Its 43 characters are read as they are: nothing is decoded, and another token stays another.
 * @param value of an address or a form, of any type
 */
export function readToken(value: unknown): string | null {
  return typeof value === "string" ? (AMONG.exec(value)?.[1] ?? null) : null;
}
