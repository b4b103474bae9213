import { unstable_rethrow } from "next/navigation";
import type { NextRequest } from "next/server";
import type { ReactElement } from "react";
import { render } from "@/components/document/render";
import { databaseReachable } from "@/lib/database/reachable";
import { cookieName } from "@/lib/http/cookies";
import { COOKIES_HEADER } from "@/lib/http/cookies-required";
import { csrfTokenOf, newCsrf, plantCsrf } from "@/lib/http/csrf";
import { lookingOnce } from "@/lib/http/current-user";
import { wrongMethods } from "@/lib/http/endpoint";
import { languageHeaders, pageHeaders } from "@/lib/http/headers";
import { maintenancePage } from "@/lib/http/maintenance-page";
import { type Query, queryOf, readShown } from "@/lib/http/page";
import { pageFailed } from "@/lib/http/page-failed";
import { forReaderOf } from "@/lib/http/reader";
import { type Shown, withPage } from "@/lib/http/shown";
import { requestIdOf, withRequestId } from "@/lib/log/request-id";
import type { Path } from "@/lib/routes";

/** What a page is made from. */
type Asked = { query: Query; request: NextRequest; shown: Shown };

/**
 * The `GET` of a page: a whole document, made by React here and without React in the browser. `make` may lead elsewhere by
 * Next's `redirect`.
 * @param path null where it is not known: what is shown there has no form
 */
export function page(path: Path | null, make: (asked: Asked) => Promise<ReactElement>) {
  const GET = (request: NextRequest) =>
    withRequestId(requestIdOf(request.headers), () =>
      forReaderOf(request, () => lookingOnce(() => answer(path, request, make))),
    );
  return { ...wrongMethods("GET, HEAD"), GET };
}

async function answer(
  path: Path | null,
  request: NextRequest,
  make: (asked: Asked) => Promise<ReactElement>,
): Promise<Response> {
  try {
    const alone = !request.headers.has(COOKIES_HEADER);
    if (alone && !(await databaseReachable())) return maintenancePage(null);
    const csrf =
      alone && csrfTokenOf(request.cookies.get(cookieName("csrf"))?.value) === null && newCsrf();
    if (csrf) request.cookies.set(cookieName("csrf"), csrf.cookie);
    const shown = await readShown(path, request);
    const query = queryOf(request.nextUrl.searchParams);
    const body = await withPage(shown, async () => render(await make({ query, request, shown })));
    const headers = {
      ...(alone && { ...pageHeaders(request.nextUrl.pathname), ...languageHeaders() }),
      ...(csrf && { "set-cookie": plantCsrf(csrf.cookie) }),
      "content-type": "text/html; charset=utf-8",
    };
    return new Response(body, { status: path === null ? 404 : 200, headers });
  } catch (fault) {
    unstable_rethrow(fault);
    return pageFailed(fault, path);
  }
}
