import { type NextRequest, NextResponse } from "next/server";
import { cookieName, setCookie } from "@/lib/cookies";
import { databaseReachable } from "@/lib/database/reachable";
import { isProgram, respond } from "@/lib/door/answer";
import { csrfTokenOf, newCsrf } from "@/lib/door/csrf";
import { pageHeaders } from "@/lib/door/headers";
import { formPageOf, unavailable } from "@/lib/door/unavailable";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/request-id";

export const config = { matcher: ["/((?!_next/|icon.svg|favicon.ico|api/health|indisponible).*)"] };

/** seconds */
const CSRF_LIFE = 30 * 86_400;
const PAGES = /^\/$|^\/(?:login|registro|recuperar|cuenta)(?:\/|$)/;
const DOORS = /^\/(?:registro|recuperar|cuenta)\/./;

/** A page cannot say 503 or 405, set a cookie, or know its nonce: that happens here, in front of it. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  const reads = ["GET", "HEAD"].includes(request.method);
  const isDoor = pathname.startsWith("/api/") || (!reads && DOORS.test(pathname));
  if ((isDoor || PAGES.test(pathname)) && !(await databaseReachable())) return away(request);
  if (isDoor) return named(request, new Headers(request.headers));
  if (reads) return page(request);
  const program = isProgram(request.headers);
  return respond({ ok: false, status: 405, error: "WrongMethod" }, program);
}

function page(request: NextRequest): Response {
  const csrf = csrfTokenOf(request.cookies.get(cookieName("csrf"))?.value) ? null : newCsrf();
  if (csrf) request.cookies.set(cookieName("csrf"), csrf.cookie);

  const ours = pageHeaders(request.nextUrl.pathname);
  const headers = new Headers(request.headers);
  // Next takes the nonce from the request's policy, and the page its csrf token from the request's cookie
  headers.set("content-security-policy", ours["content-security-policy"]);
  headers.set("cookie", request.cookies.toString());
  const response = named(request, headers);
  for (const [name, value] of Object.entries(ours)) response.headers.set(name, value);
  if (csrf) response.headers.append("set-cookie", setCookie("csrf", csrf.cookie, CSRF_LIFE));
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
  return unavailable(posted ? formPageOf(request.nextUrl.pathname) : null);
}
