import type { NextRequest } from "next/server";
import { settings } from "../config/settings";
import type { Banner } from "../messages/banner";
import { bannerOfError, messages } from "../messages/messages";
import { turnTo } from "../messages/reader";
import type { Path } from "../routes";
import { isSignInMethod, type SignInMethod } from "../session/start";
import { safeCallbackUrl } from "./callback-url";
import { cookieName } from "./cookies";
import { COOKIES_HEADER } from "./cookies-required";
import { csrfTokenOf } from "./csrf";
import { currentUser } from "./current-user";
import { readFlash } from "./flash";
import { askedBy, readerOf } from "./reader";
import type { Shown } from "./shown";

/** What a wrong pair is about, without saying which half was wrong. */
const MARKED: Readonly<Record<string, readonly string[]>> = {
  CredentialsSignin: ["email", "password"],
};

/** Reads it from a page's request. A page of an account turns to its language where no cookie says another. */
export async function readShown(path: Path | null, request: NextRequest): Promise<Shown> {
  const { headers, cookies, nextUrl } = request;
  const own = path?.startsWith("/cuenta") === true;
  // who proves themselves anew by a mail is signed in there
  const user = own || path === "/login/correo/enviado" ? await currentUser() : null;
  if (own && user) turnTo(readerOf(askedBy(request), user));
  const code = path && SHOWS_ERRORS.has(path) ? queryOf(nextUrl.searchParams).error : undefined;
  const cookie = (kind: Parameters<typeof cookieName>[0]) => cookies.get(cookieName(kind))?.value;
  const memory = path ? await readFlash(path, cookie) : null;
  const notice = noticeOf(code, headers.get(COOKIES_HEADER) === "none") ?? memory?.notice ?? null;
  return {
    here: nextUrl.pathname + nextUrl.search,
    csrfToken: csrfTokenOf(cookie("csrf")) ?? "",
    answer: {
      values: memory?.values ?? {},
      fields: memory?.fields ?? {},
      notice,
      marked: MARKED[String(code)] ?? [],
      recoveryCodes: memory?.recoveryCodes ?? [],
    },
    user,
    looksAgain: own || path === "/login",
    made: {},
  };
}

/** Where a code in the address is ours; at any other page it is ignored. */
const SHOWS_ERRORS: ReadonlySet<Path> = new Set<Path>([
  "/login",
  "/login/correo",
  "/login/link",
  "/registro",
  "/registro/verificar",
  "/recuperar",
  "/recuperar/nueva",
  "/cuenta/correo/confirmar",
  "/cuenta/correo/deshacer",
  "/login/dos-pasos/cancelar",
]);

/** Whether the planted cookie came back tells if cookies are refused. */
function noticeOf(code: unknown, none: boolean): Banner | null {
  if (none && code === "OAuthCallback") return bannerOfError("CookiesRefused");
  return !none && code === "CookiesRefused" ? messages().replies.cookiesLost : bannerOfError(code);
}

/** What stands behind an address's `?`; what came twice is no text. */
export type Query = Readonly<Record<string, string | string[] | undefined>>;

export function queryOf(search: URLSearchParams): Query {
  const names = [...new Set(search.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [value, ...more] = search.getAll(name);
      return [name, more.length > 0 ? [value ?? "", ...more] : value];
    }),
  );
}

export const callbackUrlOf = ({ callbackUrl }: Query): string | null =>
  safeCallbackUrl(callbackUrl, settings().origin);

export function lastMethod({ cookies }: NextRequest): SignInMethod | null {
  const last = cookies.get(cookieName("last"))?.value;
  return isSignInMethod(last) ? last : null;
}
