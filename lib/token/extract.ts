/**
 * `3D` is quoted-printable's `=`; no letter of a longer token may follow. A token may begin with 3D and have strokes
 * behind it, but 256 bits end in one of sixteen characters (RFC 4648 §5).
 */
const AMONG =
  /^[^\w-]*(?:3[Dd](?=[\w-]{42}[AEIMQUYcgkosw048](?![A-Za-z\d])))?([\w-]{43})(?![A-Za-z\d])/;

/**
 * A token amid what mail programs, fingers or click trackers put around it; never decoded: another one stays another.
 */
export function readToken(value: unknown): string | null {
  return typeof value === "string" ? (AMONG.exec(value)?.[1] ?? null) : null;
}
