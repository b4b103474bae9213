import type { JsonWebKey } from "node:crypto";

/** RFC 9053 §7.1, §7.2; RFC 8230 §4 */
export function coseOf({ kty, x, y, n, e }: JsonWebKey): Map<number, unknown> {
  const bytes = (text = "") => Buffer.from(text, "base64url");
  if (kty === "RSA")
    return new Map<number, unknown>([
      [1, 3],
      [3, -257],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ]);
  if (kty === "OKP")
    return new Map<number, unknown>([
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, bytes(x)],
    ]);
  return new Map<number, unknown>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, bytes(x)],
    [-3, bytes(y)],
  ]);
}
