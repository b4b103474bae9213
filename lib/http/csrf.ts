import { settings } from "../config/settings";
import { newToken, sameSecret, sha256 } from "../secrets";
import { setCookie } from "./cookies";

// next-auth's own scheme: sha256(token + secret), joined by "|"
const digest = (token: string, secret: string) => sha256(`${token}${secret}`);

const LIFE_SECONDS = 30 * 86_400;

/** The field's token and its cookie (OWASP CSRF Cheat Sheet, double submit). */
export function newCsrf(): { token: string; cookie: string } {
  const token = newToken();
  return { token, cookie: `${token}|${digest(token, settings().secret)}` };
}

export const plantCsrf = (cookie: string): string => setCookie("csrf", cookie, LIFE_SECONDS);

/** The token of a cookie; null when it is missing or not ours. */
export function csrfTokenOf(cookie: string | undefined): string | null {
  const [token, proof] = (cookie ?? "").split("|");
  if (!token || !proof) return null;
  const { secret, previousSecret } = settings();
  const ours = [secret, previousSecret].some((key) => key && sameSecret(proof, digest(token, key)));
  return ours ? token : null;
}
