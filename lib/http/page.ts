import { AsyncLocalStorage } from "node:async_hooks";
import type { NextRequest } from "next/server";
import { settings } from "../config/settings";
import type { Banner } from "../messages/banner";
import { bannerOfError, CATALOGUES, messages } from "../messages/messages";
import { reader, turnTo } from "../messages/reader";
import type { Path } from "../routes";
import type { SignedInUser } from "../session/current";
import { isSignInMethod, type SignInMethod } from "../session/start";
import { singleton } from "../singleton";
import { safeCallbackUrl } from "./callback-url";
import { cookieName } from "./cookies";
import { COOKIES_HEADER } from "./cookies-required";
import { csrfTokenOf } from "./csrf";
import { currentUser } from "./current-user";
import { readFlash } from "./flash";
import { askedBy, readerOf } from "./reader";

/** What the page's form was answered with. */
export type Answer = {
  notice: Banner | null;
  /** a sentence for each wrong field, in the form's order */
  fields: Readonly<Record<string, string>>;
  /** what was typed, but passwords */
  values: Readonly<Record<string, string>>;
  /** fields that are wrong together, without a sentence of their own */
  marked: readonly string[];
};

/** What a page knows besides what it is made of: of its request, and of whom it is shown to. */
export type Shown = Readonly<{
  /** its address as it was asked for: a script may take a token out of it */
  here: string;
  csrfToken: string;
  answer: Answer;
  /** the signed-in user to whom its forms belong */
  user: SignedInUser | null;
  /** whether it looks again, when it is seen again, who is signed in */
  looksAgain: boolean;
  /** what is in it so far, which says what its script has to know */
  made: { fields?: true; mail?: true; moments?: true };
}>;

export const NO_ANSWER: Answer = { notice: null, fields: {}, values: {}, marked: [] };
/** What a wrong pair is about, without saying which half was wrong. */
const MARKED: Readonly<Record<string, readonly string[]>> = {
  CredentialsSignin: ["email", "password"],
};

const current = singleton("page", () => new AsyncLocalStorage<Shown>());

/** All that `work` makes is for this page. */
export const withPage = <T>(shown: Shown, work: () => T): T => current.run(shown, work);

/** A document that is made ahead: of nobody, and with no answer. */
export const nobodys = (here: Path): Shown => ({
  here,
  csrfToken: "",
  answer: NO_ANSWER,
  user: null,
  looksAgain: here === "/login",
  made: {},
});

/** What the page around knows. @throws outside of one */
export function shown(): Shown {
  const page = current.getStore();
  if (!page) throw new Error("no page around this component");
  return page;
}

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
    },
    user,
    looksAgain: own || path === "/login",
    made: {},
  };
}

/** A code in the address of any other page was put there by somebody else. */
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
]);

/** Whether the planted cookie came back tells if cookies are refused. */
function noticeOf(code: unknown, none: boolean): Banner | null {
  if (none && code === "OAuthCallback") return bannerOfError("CookiesRefused");
  return !none && code === "CookiesRefused" ? messages().replies.cookiesLost : bannerOfError(code);
}

/** The operator's own pages, null where no setting names one, and the languages, each by its own name. */
export function site() {
  const { languages, supportUrl, statusUrl, termsUrl, privacyUrl } = settings();
  return {
    ...{ supportUrl, statusUrl, termsUrl, privacyUrl },
    languages: languages.map((tag) => ({ tag, name: CATALOGUES[tag].name })),
    language: reader().language,
  };
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
