import { stringifySetCookie } from "cookie";
import { fromSettings } from "../config/from-settings";
import { settings } from "../config/settings";

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

/** `__Host-` under https (OWASP ASVS 3.3.3); the port on localhost, so that two clones do not sign each other out. */
export function cookieName(kind: CookieKind, id?: string): string {
  return prefix() + (id === undefined ? kind : `${kind}_${id}`);
}

/** Other products on this host may have cookies too. */
export function sendsCookies(cookies: { getAll(): { name: string }[] }): boolean {
  return cookies.getAll().some(({ name }) => name.startsWith(prefix()));
}

const prefix = fromSettings(({ https, origin }) =>
  https ? "__Host-ingreso." : `ingreso-${new URL(origin).port || "80"}.`,
);

/**
 * `Max-Age`, never `Expires`: our clock may be wrong (RFC 6265 §4.1.2.2).
 * @param maxAge seconds; 0 removes the cookie
 */
export function setCookie(kind: CookieKind, value: string, maxAge: number, id?: string): string {
  const { https: secure } = settings();
  const name = cookieName(kind, id);
  return stringifySetCookie({
    name,
    value,
    maxAge,
    path: "/",
    httpOnly: true,
    secure,
    sameSite: "lax",
  });
}

export const clearCookie = (kind: CookieKind, id?: string): string => setCookie(kind, "", 0, id);
