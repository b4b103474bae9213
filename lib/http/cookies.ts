import { stringifySetCookie } from "cookie";
import { fromSettings } from "../config/from-settings";
import { settings } from "../config/settings";
import { type CookieKind, cookiePrefix } from "./cookie-name";

export type { CookieKind };

export function cookieName(kind: CookieKind, id?: string): string {
  return prefix() + (id === undefined ? kind : `${kind}_${id}`);
}

/** Other products on this host may have cookies too. */
export function sendsCookies(cookies: { getAll(): { name: string }[] }): boolean {
  return cookies.getAll().some(({ name }) => name.startsWith(prefix()));
}

const prefix = fromSettings(({ origin }) => cookiePrefix(origin));

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
