/**
 * Exactly one name has `session` in it. `asked` and `sent`: who asked for a mail, to which address; `form`: the flash;
 * `google`: round trips to Google, several a browser; `last`: the last sign-in method;
 * `pending`: a sign-in that waits for its second step; `trusted`: skips that step, one a user of this browser;
 * `language`: chosen in the footer; `zone`: the browser's own time zone.
 */
export type CookieKind =
  | "session"
  | "csrf"
  | "asked"
  | "sent"
  | "form"
  | "google"
  | "device"
  | "last"
  | "pending"
  | "trusted"
  | "language"
  | "zone";

/**
 * `__Host-` under https (OWASP ASVS 3.3.3); the port on localhost, so that two clones do not sign each other out.
 * @param origin of NEXTAUTH_URL
 */
export function cookiePrefix(origin: string): string {
  const { protocol, port } = new URL(origin);
  return protocol === "https:" ? "__Host-ingreso." : `ingreso-${port || "80"}.`;
}
