import { errorNotice } from "../messages/words";
import type { Visit } from "./context";
import { newCsrf, plantCsrf } from "./csrf";
import type { Verb } from "./endpoint";
import { tokenField } from "./fields";
import type { Answer } from "./reply";

/** Whether any cookie of ours came with the reading of a page, `some` or `none`: by then the proxy has planted one. */
export const COOKIES_HEADER = "x-ingreso-cookies";

/**
 * A verb whose answer is of no use without a cookie. A page's own form that comes without any is refused before the
 * verb has compared, counted, written or sent anything; a program's, which has no field of the page, is not.
 * @param page where the form stands. It sees whether the cookie that is planted here comes back, and so tells a browser
 *   that refuses cookies from one that had lost them
 */
export function needingCookies(page: string, verb: Verb): Verb {
  return async (visit) => {
    const ofPage = visit.form.has("csrfToken");
    return ofPage && !visit.sendsCookies ? refused(page, visit) : verb(visit);
  };
}

function refused(page: string, visit: Visit): Answer {
  const token = tokenField(visit);
  const query = new URLSearchParams({
    ...(token && { token }),
    ...(visit.callbackUrl && { callbackUrl: visit.callbackUrl }),
    error: "CookiesRefused",
  });
  const url = `${page}?${query}`;
  const cookies = [plantCsrf(newCsrf().cookie)];
  const notice = errorNotice("CookiesRefused");
  return { ok: false, status: 401, error: "CookiesRefused", url, notice, cookies };
}
