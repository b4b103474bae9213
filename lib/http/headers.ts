import { randomBytes } from "node:crypto";
import { settings } from "../config/settings";
import { reader } from "../messages/reader";
import { holdsToken } from "../routes";

const ONE_YEAR_SECONDS = 31_536_000;

/** Never stored, never rewritten on the way (RFC 9111 §5.2.2.6): Cloudflare would replace mail addresses. */
export const UNCACHED = "private, no-store, no-transform";

/** @param language null where the account, which is not looked up yet, may decide it (RFC 9110 §8.5, §12.5.5) */
export const languageHeaders = (language: string | null = reader().language) => ({
  vary: "accept-language, cookie",
  ...(language && { "content-language": language }),
});

/** A nonce policy without `unsafe-inline`, and what OWASP ASVS 3.4 asks for. */
export function pageHeaders(pathname: string) {
  const nonce = randomBytes(16).toString("base64");
  return {
    "content-security-policy": policy(nonce),
    "referrer-policy": holdsToken(pathname) ? "no-referrer" : "same-origin",
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": UNCACHED,
    ...(settings().https && {
      "strict-transport-security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`,
    }),
  };
}

function policy(nonce: string): string {
  // the dev server's overlay and hot reload need more
  const { google, development: dev } = settings();
  const directives = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${dev ? " 'unsafe-inline'" : ` 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    // Chromium applies this to the redirect after the POST as well: the Google button leads to its issuer
    `form-action 'self'${google ? ` ${new URL(google.issuer).origin}` : ""}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return directives.join("; ");
}
