import { limits } from "@/lib/config/limits";
import { settings } from "@/lib/config/settings";
import type { RequestContext } from "@/lib/http/context";
import { setCookie } from "@/lib/http/cookies";
import { endpoint } from "@/lib/http/endpoint";
import type { Reply } from "@/lib/http/reply";
import { messages } from "@/lib/messages/messages";
import { offered } from "@/lib/messages/reader";
import { decodedPath, methodsAt } from "@/lib/routes";

/** Chooses the language, and leads back to the page with what was typed there. */
async function chooseLanguage({ form }: RequestContext): Promise<Reply> {
  const url = pageAt(form.get("page") ?? "/");
  const language = offered(form.get("language"));
  if (language === null) {
    const fields = { language: messages().replies.languageUnknown };
    return { ok: false, status: 422, error: "WrongField", fields, url };
  }
  const cookies = [setCookie("language", language, limits.languageKeptSeconds)];
  return { ok: true, url, cookies, keepsTyped: true };
}

/** An address of this origin that can be read; `/` for anything else (OWASP ASVS 3.7.2). */
function pageAt(asked: string): string {
  const { origin } = settings();
  if (!asked.startsWith("/") || !URL.canParse(asked, origin)) return "/";
  const url = new URL(asked, origin);
  const path = decodedPath(url.pathname);
  const isPage =
    url.origin === origin && !/^\/(api)?(\/|$)/.test(path) && methodsAt(path) !== "POST";
  return isPage ? url.pathname + url.search : "/";
}

export const { GET, POST, PUT, PATCH, DELETE } = endpoint(chooseLanguage);
