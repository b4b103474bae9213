import { errorBanner } from "../messages/messages";
import { type Path, withQuery } from "../routes";
import type { RequestContext } from "./context";
import { newCsrf, plantCsrf } from "./csrf";
import type { Verb } from "./endpoint";
import { tokenField } from "./fields";
import type { Reply } from "./reply";

/** Whether any cookie of ours came with the reading of a page, `some` or `none`: by then the proxy has planted one. */
export const COOKIES_HEADER = "x-ingreso-cookies";

/**
 * A verb whose answer is of no use without a cookie. A page's own form that comes without any is refused before the
 * verb has compared, counted, written or sent anything; a program's, which has no field of the page, is not.
 * @param page where the form stands. It sees whether the cookie that is planted here comes back, and so tells a browser
 *   that refuses cookies from one that had lost them
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
