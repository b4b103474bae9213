import { createHash } from "node:crypto";
import { settings } from "../config/settings";
import { newToken, sameSecret } from "../crypto";
import { setCookie } from "./cookies";

// next-auth's own scheme, so that a token of ours is one of its own: sha256(token + secret), joined by "|"
const digest = (token: string, secret: string) =>
  createHash("sha256").update(`${token}${secret}`).digest("hex");

/** seconds */
const LIFE_SECONDS = 30 * 86_400;

/** A fresh pair: the field's token and the cookie that vouches for it (OWASP CSRF Cheat Sheet, double submit). */
export function newCsrf(): { token: string; cookie: string } {
  const token = newToken();
  return { token, cookie: `${token}|${digest(token, settings().secret)}` };
}

/** The `Set-Cookie` line that plants the cookie of a pair in a browser. */
export const plantCsrf = (cookie: string): string => setCookie("csrf", cookie, LIFE_SECONDS);

/** The token that a cookie vouches for; null when it is missing or not ours. */
export function csrfTokenOf(cookie: string | undefined): string | null {
  const [token, proof] = (cookie ?? "").split("|");
  if (!token || !proof) return null;
  const { secret, previousSecret } = settings();
  const ours = [secret, previousSecret].some((key) => key && sameSecret(proof, digest(token, key)));
  return ours ? token : null;
}
