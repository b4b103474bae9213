import type { Language } from "../messages/languages";
import { reader } from "../messages/reader";
import { isSignInMethod, SIGN_IN_METHODS, type SignInMethod } from "../session/start";
import type { CookieKind } from "./cookies";

/** The pages that are the same for everybody: of no session, with no answer to a form, and nothing in the address. */
export const DOCUMENTS = ["/login", "/login/correo", "/registro", "/recuperar"] as const;
export type DocumentPath = (typeof DOCUMENTS)[number];

/** Kept by its browser alone, which asks each time whether it is the same still. */
export const DOCUMENT_CACHE = {
  "cache-control": "private, no-cache, no-transform",
  vary: "accept-language, cookie, accept, accept-encoding, sec-fetch-mode",
};

/** Which document it is. */
export type DocumentRequest = {
  path: DocumentPath;
  language: Language;
  /** the way in that this browser used last, where the page says it */
  last: SignInMethod | null;
};

type Asked = {
  method: string;
  /** with what stands behind it */
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  cookie(kind: CookieKind): string | undefined;
};

/**
 * The document that answers a request; null where its page is made for it alone. `proxy.ts` and `next.config.mjs` say the same
 * for a host that serves documents itself.
 */
export function documentOf({ method, url, headers, cookie }: Asked): DocumentRequest | null {
  // a form without fields leads to an address with a bare mark
  const bare = url.replace(/\?$/, "");
  const path = DOCUMENTS.find((one) => one === bare);
  if (!path || (method !== "GET" && method !== "HEAD") || !isNavigation(headers)) return null;
  if (cookie("session") !== undefined || cookie("form") !== undefined) return null;
  const last = path === "/login" ? cookie("last") : undefined;
  return { path, language: reader().language, last: isSignInMethod(last) ? last : null };
}

/**
 * What a script or a program reads has a token pair with it, since that may post without saying where it comes from; a
 * browser always says it (Fetch Metadata; RFC 6454 §7.3).
 */
function isNavigation({ accept, "sec-fetch-mode": mode }: Asked["headers"]): boolean {
  return (accept ?? "text/html").includes("text/html") && (mode ?? "navigate") === "navigate";
}

/** Every document there is, for those of `languages`. */
export function allDocuments(languages: readonly Language[]): DocumentRequest[] {
  return languages.flatMap((language) =>
    DOCUMENTS.flatMap((path) =>
      (path === "/login" ? LAST : [null]).map((last) => ({ path, language, last })),
    ),
  );
}

const LAST = [null, ...SIGN_IN_METHODS];
