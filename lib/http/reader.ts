import Negotiator from "negotiator";
import { settings } from "../config/settings";
import type { Language } from "../messages/languages";
import { isTimeZone, offered, type Reader, withReader } from "../messages/reader";
import { type CookieKind, cookieName } from "./cookies";

type Asked = { headers: Pick<Headers, "get">; cookie(kind: CookieKind): string | undefined };

/** The language of the cookie, else of the account, else of `Accept-Language`, else the first of `LANGUAGES`. */
export function readerOf(
  { headers, cookie }: Asked,
  account?: Record<keyof Reader, string | null>,
): Reader {
  const zones = [
    cookie("zone"),
    settings().serverless ? headers.get("x-vercel-ip-timezone") : null,
    account?.timeZone,
  ];
  return {
    language:
      offered(cookie("language")) ??
      offered(account?.language) ??
      accepted(headers.get("accept-language")) ??
      settings().languages[0],
    timeZone: zones.find(isTimeZone) ?? null,
  };
}

type Jar = { get(name: string): { value: string } | undefined };
/** Of a request, as Next hands it over. */
export const askedBy = ({ headers, cookies }: { headers: Headers; cookies: Jar }): Asked => ({
  headers,
  cookie: (kind) => cookies.get(cookieName(kind))?.value,
});

/** All that `work` says is in the language of who sent the request. */
export const forReaderOf = <T>(request: Parameters<typeof askedBy>[0], work: () => T): T =>
  withReader(readerOf(askedBy(request)), work);

/** The first of ours among what a browser accepts, by its weights (RFC 9110 §12.5.4). */
function accepted(header: string | null): Language | null {
  if (!header) return null;
  const tags = new Negotiator({ headers: { "accept-language": header } }).languages();
  return tags.map(offered).find((language) => language !== null) ?? null;
}
