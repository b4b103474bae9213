import { errorBanner } from "../messages/messages";
import { type Path, withQuery } from "../routes";
import type { RequestContext } from "./context";
import { newCsrf, plantCsrf } from "./csrf";
import type { Verb } from "./endpoint";
import { tokenField } from "./fields";
import type { Reply } from "./reply";

/** Whether a page's request had any cookie of ours, `some` or `none`: the proxy has planted one since. */
export const COOKIES_HEADER = "x-ingreso-cookies";

/**
 * For verbs whose reply is useless without cookies: a page's form without any is refused before anything is compared,
 * counted, written or sent; a program's request, without the page's field, is not.
 * @param page of the form. It checks whether the cookie planted here comes back: refused cookies, or only lost ones
 */
export function requireCookies(page: Path, verb: Verb): Verb {
  return async (context) => {
    const ofPage = context.form.has("csrfToken");
    return ofPage && !context.sendsCookies ? refused(page, context) : verb(context);
  };
}

function refused(page: Path, context: RequestContext): Reply {
  const token = tokenField(context) || null;
  const { callbackUrl } = context;
  const url = withQuery(page, { token, callbackUrl, error: "CookiesRefused" });
  const cookies = [plantCsrf(newCsrf().cookie)];
  const notice = errorBanner("CookiesRefused");
  return { ok: false, status: 401, error: "CookiesRefused", url, notice, cookies };
}
