import { type NextRequest, NextResponse } from "next/server";
import { settings } from "@/lib/config/settings";
import { databaseReachable } from "@/lib/database/reachable";
import { cookieName, sendsCookies } from "@/lib/http/cookies";
import { COOKIES_HEADER } from "@/lib/http/cookies-required";
import { csrfTokenOf, newCsrf, plantCsrf } from "@/lib/http/csrf";
import { pageHeaders } from "@/lib/http/headers";
import { formPageOf, maintenancePage } from "@/lib/http/maintenance-page";
import { isProgram, noEndpoint, respond } from "@/lib/http/reply";
import { HERE_HEADER } from "@/lib/http/retry-when-away";
import { isEndpoint, isRead, meantBy, methodsAt } from "@/lib/http/routes";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/log/request-id";

/**
 * All but what is a file, and what answers while the database is away: exactly those, or a 404 would lack its headers, and
 * be rendered with what was posted there.
 */
export const config = { matcher: ["/((?!_next/static/|(?:icon\\.svg|api/health)$).*)"] };

const OURS = /^\/$|^\/(?:login|registro|recuperar|cuenta)(?:\/|$)/;

/** A page cannot say 503 or 405, set a cookie, or know its nonce: that happens here, in front of it. */
export async function proxy(request: NextRequest): Promise<Response> {
  const path = decoded(request.nextUrl.pathname);
  const reads = isRead(request.method);
  const methods = methodsAt(path);
  const toEndpoint = isEndpoint(request.method, path);
  if ((toEndpoint || OURS.test(path)) && !(await databaseReachable())) return away(request);
  if (toEndpoint) return named(request, new Headers(request.headers));
  const shown = !isProgram(request.headers) && !/^\/api(?:\/|$)/.test(path);
  const meant = reads && !methods ? meantBy(path) : null;
  if (meant) return leadTo(meant, request.nextUrl.search);
  if (reads && (methods || shown)) return page(request, path);
  return noEndpoint(request.headers, path);
}

function leadTo(path: string, search: string): Response {
  const headers = pageHeaders(path);
  return NextResponse.redirect(new URL(path + search, settings().origin), { status: 307, headers });
}

/** A path as the router will see it, which finds a page under every spelling of its address. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return pathname;
  }
}

function page(request: NextRequest, path: string): Response {
  const came = sendsCookies(request.cookies);
  const csrf = csrfTokenOf(request.cookies.get(cookieName("csrf"))?.value) ? null : newCsrf();
  if (csrf) request.cookies.set(cookieName("csrf"), csrf.cookie);

  const ours = pageHeaders(path);
  const headers = new Headers(request.headers);
  // Next takes the nonce from the request's policy, and the page its csrf token from the request's cookie
  headers.set("content-security-policy", ours["content-security-policy"]);
  headers.set("cookie", request.cookies.toString());
  headers.set(COOKIES_HEADER, came ? "some" : "none");
  headers.set(HERE_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = named(request, headers);
  for (const [name, value] of Object.entries(ours)) response.headers.set(name, value);
  if (csrf) response.headers.append("set-cookie", plantCsrf(csrf.cookie));
  return response;
}

/** Lets a request go on under its id: server.ts has given it one already, where there is a server.ts. */
function named(request: NextRequest, headers: Headers): NextResponse {
  const id = requestIdOf(request.headers);
  headers.set(REQUEST_ID_HEADER, id);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(REQUEST_ID_HEADER, id);
  return response;
}

function away(request: NextRequest): Promise<Response> | Response {
  if (isProgram(request.headers))
    return respond({ ok: false, status: 503, error: "Away", retryAfter: 5 }, true);
  const posted = request.method === "POST";
  return maintenancePage(posted ? formPageOf(request.nextUrl.pathname) : null);
}
