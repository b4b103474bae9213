import { settings } from "./settings";

/**
 * The cookies of this product. Exactly one has `session` in its name; `asked` is the browser that asked for a mail,
 * `sent` whom it was for, `form` what a refused form held, `device` the browser that was here before, `intent` what a
 * way through Google is for, `last` the way in that was used last.
 */
export type CookieKind =
  | "session"
  | "csrf"
  | "asked"
  | "sent"
  | "form"
  | "state"
  | "pkce"
  | "nonce"
  | "callback"
  | "device"
  | "intent"
  | "last";

/** `__Host-` under https (OWASP ASVS 3.3.3); the port on localhost, so that two clones do not sign each other out. */
export function cookieName(kind: CookieKind): string {
  return `${prefix()}${kind}`;
}

/** Whether any cookie of ours came with a request: another product at this host may have its own. */
export function sendsCookies(cookies: { getAll(): { name: string }[] }): boolean {
  return cookies.getAll().some(({ name }) => name.startsWith(prefix()));
}

function prefix(): string {
  const { https, origin } = settings();
  return https ? "__Host-ingreso." : `ingreso-${new URL(origin).port || "80"}.`;
}

/** The attributes that all of them have. */
export function cookieAttributes() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: settings().https } as const;
}

/**
 * A `Set-Cookie` line.
 * @param value needs no escaping beyond what is done here
 * @param maxAge seconds; 0 removes the cookie
 */
export function setCookie(kind: CookieKind, value: string, maxAge: number): string {
  const secure = settings().https ? "; Secure" : "";
  const name = cookieName(kind);
  return `${name}=${encodeURIComponent(value)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}`;
}

export const clearCookie = (kind: CookieKind): string => setCookie(kind, "", 0);
