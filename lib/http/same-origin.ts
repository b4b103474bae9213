import { ourOrigins } from "../config/origins";
import { sameSecret } from "../secrets";
import { csrfTokenOf } from "./csrf";

/**
 * `Sec-Fetch-Site`, else `Origin`, else next-auth's token pair (OWASP CSRF Cheat Sheet: Fetch Metadata with fallback;
 * ASVS 3.5.1). A page under `no-referrer` sends `Origin: null`, which decides nothing.
 */
export function isSameOrigin(
  headers: Headers,
  csrf: { cookie: string | undefined; field: string | undefined },
): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  if (origin !== null && origin !== "null") return ourOrigins().includes(origin);
  const token = csrfTokenOf(csrf.cookie);
  return token !== null && csrf.field !== undefined && sameSecret(token, csrf.field);
}
