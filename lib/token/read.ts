/**
 * `3D` is what quoted-printable makes of `=`; no letter of a longer token may follow. A token may itself begin with 3D
 * and have strokes behind it, but 256 bits end in one of sixteen characters (RFC 4648 §5).
 */
const AMONG =
  /^[^\w-]*(?:3[Dd](?=[\w-]{42}[AEIMQUYcgkosw048](?![A-Za-z\d])))?([\w-]{43})(?![A-Za-z\d])/;

/**
 * Finds the token among what mail programs, fingers or click trackers put around it. Its 43 characters are not decoded:
 * another token stays another.
 * @param value of a URL or form, of any type
 */
export function readToken(value: unknown): string | null {
  return typeof value === "string" ? (AMONG.exec(value)?.[1] ?? null) : null;
}
