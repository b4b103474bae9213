import { cookies, headers } from "next/headers";
import { cache } from "react";
import { settings } from "../config/settings";
import type { Banner } from "../messages/banner";
import type { Messages } from "../messages/catalogue";
import { bannerOfError, CATALOGUES } from "../messages/messages";
import type { Reader } from "../messages/reader";
import type { Path } from "../routes";
import { isSignInMethod, type SignInMethod } from "../session/start";
import { safeCallbackUrl } from "./callback-url";
import { cookieName } from "./cookies";
import { COOKIES_HEADER } from "./cookies-required";
import { csrfTokenOf } from "./csrf";
import { currentUser } from "./current-user";
import { readFlash } from "./flash";
import { askedBy, readerOf } from "./reader";
import { HERE_HEADER } from "./retry-when-away";

export type FormState = {
  values: Record<string, string>;
  fields: Record<string, string>;
  notice: Banner | null;
  /** shown where scripts find that the browser refuses cookies */
  refusing: Banner | null;
};

/** Whom the page is for; a signed-in page's language is the account's where no cookie says another. */
export const pageReader = cache(async (): Promise<Reader> => {
  const [jar, sent] = [await cookies(), await headers()];
  const isOwn = (sent.get(HERE_HEADER) ?? "").startsWith("/cuenta");
  return readerOf(
    askedBy({ headers: sent, cookies: jar }),
    (isOwn && (await currentUser())) || undefined,
  );
});

export async function pageMessages(): Promise<Messages> {
  return CATALOGUES[(await pageReader()).language];
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Empty when nothing was refused. @param error the address's `?error=`, where the page shows it */
export async function formState(page: Path, error?: unknown): Promise<FormState> {
  const jar = await cookies();
  const memory = await readFlash(page, (kind) => jar.get(cookieName(kind))?.value);
  const notice = (await noticeOf(error)) ?? memory?.notice ?? null;
  const refusing = bannerOfError("CookiesRefused", await pageMessages());
  return { values: {}, fields: {}, ...memory, notice, refusing };
}

/** Whether the planted cookie came back tells if cookies are refused. */
async function noticeOf(code: unknown): Promise<Banner | null> {
  const none = (await headers()).get(COOKIES_HEADER) === "none";
  const said = await pageMessages();
  if (none && code === "OAuthCallback") return bannerOfError("CookiesRefused", said);
  return !none && code === "CookiesRefused" ? said.replies.cookiesLost : bannerOfError(code, said);
}

export async function csrfToken(): Promise<string> {
  const jar = await cookies();
  return csrfTokenOf(jar.get(cookieName("csrf"))?.value) ?? "";
}

export async function callbackUrlOf(searchParams: SearchParams): Promise<string | null> {
  return safeCallbackUrl((await searchParams).callbackUrl, settings().origin);
}

export async function lastMethod(): Promise<SignInMethod | null> {
  const jar = await cookies();
  const last = jar.get(cookieName("last"))?.value;
  return isSignInMethod(last) ? last : null;
}
