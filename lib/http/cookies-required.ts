import { errorBanner } from "../messages/messages";
import { type Path, withQuery } from "../routes";
import { REPEATED, type RequestContext } from "./context";
import { newCsrf, plantCsrf } from "./csrf";
import type { Verb } from "./endpoint";
import { tokenField } from "./fields";
import type { Reply } from "./reply";

/** Whether a page's request had any cookie of ours, `some` or `none`: the proxy has planted one since; without it, the proxy did not see the request. */
export const COOKIES_HEADER = "x-ingreso-cookies";

/**
 * For verbs whose reply is useless without cookies: a page's form without any is refused before anything is compared,
 * counted, written or sent; a program's request, without the page's field, is not.
 * @param page of the form. It checks whether the cookie planted here comes back: refused cookies, or only lost ones
 */
export function requireCookies(page: Path, verb: Verb): Verb {
  return async (context) => {
    const ofPage = context.form.has("csrfToken");
    if (!ofPage || context.sendsCookies) return verb(context);
    return context.program || context.repeated ? refused(page, context) : repeat();
  };
}

/** A document that is made ahead plants no cookie: the browser is asked to send its form once more, with the one that comes now. */
function repeat(): Reply {
  const refused = { ok: false, status: 307, error: "CookiesRefused" } as const;
  return { ...refused, repeat: `?${REPEATED}`, cookies: planted() };
}

const planted = () => [plantCsrf(newCsrf().cookie)];

function refused(page: Path, context: RequestContext): Reply {
  const token = tokenField(context) || null;
  const { callbackUrl } = context;
  const url = withQuery(page, { token, callbackUrl, error: "CookiesRefused" });
  const notice = errorBanner("CookiesRefused");
  return { ok: false, status: 401, error: "CookiesRefused", url, notice, cookies: planted() };
}
