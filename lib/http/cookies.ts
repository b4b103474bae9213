import { stringifySetCookie } from "cookie";
import { settings } from "../config/settings";

/**
 * The cookies of this product. Exactly one has `session` in its name; `asked` is the browser that asked for a mail,
 * `sent` whom it was for, `form` what a refused form held, `device` the browser that was here before, `google` a way to
 * Google and back, of which a browser has several, `last` the way in that was used last.
 */
export type CookieKind =
  | "session"
  | "csrf"
  | "asked"
  | "sent"
  | "form"
  | "google"
  | "device"
  | "last";

/**
 * `__Host-` under https (OWASP ASVS 3.3.3); the port on localhost, so that two clones do not sign each other out.
 * @param id which one, of a kind that a browser has several of
 */
export function cookieName(kind: CookieKind, id?: string): string {
  return prefix() + (id === undefined ? kind : `${kind}_${id}`);
}

/** Whether any cookie of ours came with a request: another product at this host may have its own. */
export function sendsCookies(cookies: { getAll(): { name: string }[] }): boolean {
  return cookies.getAll().some(({ name }) => name.startsWith(prefix()));
}

function prefix(): string {
  const { https, origin } = settings();
  return https ? "__Host-ingreso." : `ingreso-${new URL(origin).port || "80"}.`;
}

/**
 * A `Set-Cookie` line. It says how long the cookie lives, never until when: this process's clock may be wrong (RFC 6265
 * §4.1.2.2).
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
