import { createHash } from "node:crypto";
import { newToken, sameSecret } from "../secret";
import { settings } from "../settings";

// next-auth's own scheme, so that a token of ours is one of its own: sha256(token + secret), joined by "|"
const digest = (token: string, secret: string) =>
  createHash("sha256").update(`${token}${secret}`).digest("hex");

/** A fresh pair: the field's token and the cookie that vouches for it (OWASP CSRF Cheat Sheet, double submit). */
export function newCsrf(): { token: string; cookie: string } {
  const token = newToken();
  return { token, cookie: `${token}|${digest(token, settings().secret)}` };
}

/** The token that a cookie vouches for; null when it is missing or not ours. */
export function csrfTokenOf(cookie: string | undefined): string | null {
  const [token, proof] = (cookie ?? "").split("|");
  if (!token || !proof) return null;
  const { secret, previousSecret } = settings();
  const ours = [secret, previousSecret].some((key) => key && sameSecret(proof, digest(token, key)));
  return ours ? token : null;
}
