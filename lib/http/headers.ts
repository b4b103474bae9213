import { randomBytes } from "node:crypto";
import { settings } from "../config/settings";
import { reader } from "../messages/reader";
import { holdsToken, methodsAt } from "../routes";
import { PLAIN_STYLE_HASH } from "./plain-style";

const ONE_YEAR_SECONDS = 31_536_000;

/** Never stored, never rewritten on the way (RFC 9111 §5.2.2.6): Cloudflare would replace mail addresses. */
export const UNCACHED = "private, no-store, no-transform";

/** @param language null where the account, which is not looked up yet, may decide it (RFC 9110 §8.5, §12.5.5) */
export const languageHeaders = (language: string | null = reader().language) => ({
  vary: "accept-language, cookie",
  ...(language && { "content-language": language }),
});

/** What a page may ask a browser for: passkeys (WebAuthn L3 §5.9), and nothing else. */
const PERMISSIONS = [
  ...["camera", "geolocation", "microphone", "payment", "usb"].map((name) => `${name}=()`),
  ...["create", "get"].map((call) => `publickey-credentials-${call}=(self)`),
].join(", ");

/** A policy without any inline script, and what OWASP ASVS 3.4 asks for. */
export function pageHeaders(pathname: string) {
  return {
    "content-security-policy": policy(methodsAt(pathname) !== null),
    "referrer-policy": holdsToken(pathname) ? "no-referrer" : "same-origin",
    "x-content-type-options": "nosniff",
    "permissions-policy": PERMISSIONS,
    "cross-origin-opener-policy": "same-origin",
    "cache-control": UNCACHED,
    ...(settings().https && {
      "strict-transport-security": `max-age=${ONE_YEAR_SECONDS}; includeSubDomains`,
    }),
  };
}

/** @param document whether the page is one of ours: the same bytes for everybody may be kept, which no nonce survives */
function policy(document: boolean): string {
  const { google, development } = settings();
  const directives = [
    "default-src 'none'",
    ...(document ? OF_DOCUMENTS : ofPagesByNext(development)),
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${development && !document ? " ws:" : ""}`,
    "manifest-src 'self'",
    // Chromium applies this to the redirect after the POST as well: the Google button leads to its issuer
    `form-action 'self'${google ? ` ${new URL(google.issuer).origin}` : ""}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return directives.join("; ");
}

const OF_DOCUMENTS = ["script-src 'self'", `style-src 'self' ${PLAIN_STYLE_HASH}`];

/** Next puts inline scripts into a page with React in the browser; its dev server's overlay and hot reload need more. */
function ofPagesByNext(development: boolean): string[] {
  const nonce = `'nonce-${randomBytes(16).toString("base64")}'`;
  return [
    `script-src 'self' ${nonce}${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `${nonce} ${PLAIN_STYLE_HASH}`}`,
  ];
}
