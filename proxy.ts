import { type NextRequest, NextResponse } from "next/server";
import { cookieName, setCookie } from "@/lib/cookies";
import { databaseReachable } from "@/lib/database/reachable";
import { isProgram, respond } from "@/lib/door/answer";
import { csrfTokenOf, newCsrf } from "@/lib/door/csrf";
import { pageHeaders } from "@/lib/door/headers";
import { PAGE_HEADER } from "@/lib/door/unavailable";

/** A page cannot say 503 or 405, set a cookie, or know its nonce: that happens here, in front of it. */
export async function proxy(request: NextRequest): Promise<Response> {
  const { pathname } = request.nextUrl;
  if (isDoor(request)) return (await databaseReachable()) ? NextResponse.next() : away(request);
  if (!["GET", "HEAD"].includes(request.method))
    return respond({ ok: false, status: 405, error: "WrongMethod" }, isProgram(request.headers));

  const away503 = needsDatabase(pathname) && !(await databaseReachable());
  const csrf = csrfTokenOf(request.cookies.get(cookieName("csrf"))?.value) ? null : newCsrf();
  if (csrf) request.cookies.set(cookieName("csrf"), csrf.cookie);

  const headers = new Headers(request.headers);
  const ours = pageHeaders(pathname);
  // Next takes the nonce from the request's policy, and the page its csrf token from the cookie
  headers.set("content-security-policy", ours["content-security-policy"]);
  headers.set("cookie", request.cookies.toString());
  const response = away503
    ? NextResponse.rewrite(new URL("/indisponible", request.url), { request: { headers } })
    : NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries(ours)) response.headers.set(name, value);
  if (csrf) response.headers.append("set-cookie", setCookie("csrf", csrf.cookie, CSRF_LIFE));
  return response;
}

export const config = { matcher: ["/((?!_next/|icon.svg|favicon.ico|api/health).*)"] };

/** seconds */
const CSRF_LIFE = 30 * 86_400;
const PAGES = ["/", "/login", "/registro", "/recuperar", "/cuenta"];

function needsDatabase(pathname: string): boolean {
  return PAGES.some(
    (page) => pathname === page || (page !== "/" && pathname.startsWith(`${page}/`)),
  );
}

/** Doors answer for themselves, whatever the method. */
function isDoor({ method, nextUrl: { pathname } }: NextRequest): boolean {
  return (
    pathname.startsWith("/api/") || (method !== "GET" && method !== "HEAD" && isDoorPath(pathname))
  );
}

const DOORS = /^\/(?:registro|recuperar|cuenta)\/.+/;
const isDoorPath = (pathname: string) => DOORS.test(pathname);

function away(request: NextRequest): Promise<Response> | Response {
  if (isProgram(request.headers))
    return respond({ ok: false, status: 503, error: "Away", retryAfter: 5 }, true);
  const headers = new Headers(request.headers);
  const ours = pageHeaders("/indisponible");
  headers.set("content-security-policy", ours["content-security-policy"]);
  headers.set(PAGE_HEADER, pageOf(request.nextUrl.pathname));
  const response = NextResponse.rewrite(new URL("/indisponible", request.url), {
    request: { headers },
  });
  for (const [name, value] of Object.entries(ours)) response.headers.set(name, value);
  return response;
}

/** Where the form of a door stands. */
function pageOf(door: string): string {
  if (door.startsWith("/api/auth/")) return door.endsWith("/email") ? "/login/correo" : "/login";
  return door.replace(/\/[^/]+$/, "");
}
