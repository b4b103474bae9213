import { cookies, headers } from "next/headers";
import { settings } from "../config/settings";
import type { Banner } from "../messages/banner";
import type { Messages } from "../messages/catalogue";
import { bannerOfError, messages } from "../messages/messages";
import type { Path } from "../routes";
import type { SignInMethod } from "../session/start";
import { safeCallbackUrl } from "./callback-url";
import { cookieName } from "./cookies";
import { COOKIES_HEADER } from "./cookies-required";
import { csrfTokenOf } from "./csrf";
import { readFlash } from "./flash";

export type FormState = {
  values: Record<string, string>;
  fields: Record<string, string>;
  notice: Banner | null;
  /** shown where scripts find that the browser refuses cookies */
  refusing: Banner | null;
};

export async function pageMessages(): Promise<Messages> {
  return messages();
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** Empty when nothing was refused. @param error the address's `?error=`, where the page shows it */
export async function formState(page: Path, error?: unknown): Promise<FormState> {
  const jar = await cookies();
  const memory = await readFlash(page, jar.get(cookieName("form"))?.value);
  const notice = (await noticeOf(error)) ?? memory?.notice ?? null;
  return { values: {}, fields: {}, ...memory, notice, refusing: bannerOfError("CookiesRefused") };
}

/** Whether the planted cookie came back tells if cookies are refused. */
async function noticeOf(code: unknown): Promise<Banner | null> {
  const none = (await headers()).get(COOKIES_HEADER) === "none";
  if (none && code === "OAuthCallback") return bannerOfError("CookiesRefused");
  return !none && code === "CookiesRefused" ? messages().replies.cookiesLost : bannerOfError(code);
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
  return last === "password" || last === "google" || last === "email" ? last : null;
}
