import { mayBeCallback } from "../routes";

/** once encoded: one letter may take nine characters */
const LONGEST_CHARACTERS = 2048;
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s\\]/u;

/** A path of this origin to go to after signing in, or it were an open redirect (OWASP ASVS 3.7.2); null when refused. */
export function safeCallbackUrl(asked: unknown, origin: string): string | null {
  if (typeof asked !== "string" || asked.length > LONGEST_CHARACTERS || UNSAFE.test(asked))
    return null;
  const isPath = asked.startsWith("/") && !asked.startsWith("//");
  if (!isPath && asked !== origin && !asked.startsWith(`${origin}/`)) return null;
  if (!URL.canParse(asked, origin)) return null;
  const url = new URL(asked, origin);
  if (url.origin !== origin || url.username || url.password) return null;
  const path = decoded(url.pathname);
  // checked again once decoded and normalised: "/.//evil.com" is "//evil.com" by now
  if (path === null || path.startsWith("//") || UNSAFE.test(path.replaceAll(" ", ""))) return null;
  if (!mayBeCallback(path)) return null;
  const followed = url.pathname + url.search + url.hash;
  return followed.length <= LONGEST_CHARACTERS ? followed : null;
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
