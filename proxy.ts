import { type NextRequest, NextResponse } from "next/server";
import { settings } from "@/lib/config/settings";
import { databaseReachable } from "@/lib/database/reachable";
import { awayReply } from "@/lib/http/away";
import { clearCookie, cookieName, sendsCookies } from "@/lib/http/cookies";
import { COOKIES_HEADER } from "@/lib/http/cookies-required";
import { csrfTokenOf, newCsrf, plantCsrf } from "@/lib/http/csrf";
import { readFlash, readingOf } from "@/lib/http/flash";
import { languageHeaders, pageHeaders } from "@/lib/http/headers";
import { forReaderOf } from "@/lib/http/reader";
import { isProgram, noEndpoint } from "@/lib/http/reply";
import { HERE_HEADER } from "@/lib/http/retry-when-away";
import { REQUEST_ID_HEADER, requestIdOf } from "@/lib/log/request-id";
import { reader } from "@/lib/messages/reader";
import { decodedPath, isEndpoint, isRead, meantBy, methodsAt, needsDatabase } from "@/lib/routes";

/**
 * All but what is a file, what answers while the database is away, and the pages that are the same for everybody (`lib/http/documents.ts`),
 * which need nothing of what follows. Exactly those: else a 404 would lack its headers, and be rendered with what was posted there.
 */
export const config = {
  matcher: [
    "/((?!assets/|_next/static/|(?:login(?:/correo)?|registro|recuperar|icon\\.svg|favicon\\.ico|apple-touch-icon\\.png|api/health)$).*)",
    // those pages, where they are one browser's: by its cookies, by what stands in the address, or since a program asks; and
    // what is sent to them, by what says so (no method can be named here)
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "header", key: "cookie", value: ".*ingreso[-.\\d]*\\.(?:session|form)=.*" }],
    },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "header", key: "sec-fetch-mode", value: "(?!navigate$).*" }],
    },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "header", key: "accept", value: "(?!.*text/html).*" }],
    },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "header", key: "content-type" }],
    },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "header", key: "content-length" }],
    },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "header", key: "origin" }],
    },
    { source: "/(login|login/correo|registro|recuperar)", has: [{ type: "query", key: "error" }] },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "query", key: "callbackUrl" }],
    },
    { source: "/(login|login/correo|registro|recuperar)", has: [{ type: "query", key: "token" }] },
    {
      source: "/(login|login/correo|registro|recuperar)",
      has: [{ type: "query", key: "amp;token" }],
    },
  ],
};

/** A page cannot say 503 or 405, set a cookie, or know its nonce: that happens here, in front of it. */
export function proxy(request: NextRequest): Promise<Response> {
  return forReaderOf(request, () => answer(request));
}

async function answer(request: NextRequest): Promise<Response> {
  const path = decodedPath(request.nextUrl.pathname);
  const reads = isRead(request.method);
  const methods = methodsAt(path);
  const toEndpoint = isEndpoint(request.method, path);
  if (needsDatabase(path) && !(await databaseReachable())) return awayReply(request, path);
  if (toEndpoint) return named(request, new Headers(request.headers));
  const shown = !isProgram(request.headers) && !/^\/api(?:\/|$)/.test(path);
  const meant = reads && !methods ? meantBy(path) : null;
  if (meant) return leadTo(meant, request.nextUrl.search);
  if (reads && (methods || shown)) return page(request, path);
  return noEndpoint(request.headers, path);
}

function leadTo(path: string, search: string): Response {
  // Next writes the address into the body, and says of no body what it is
  const headers = { ...pageHeaders(path), "content-type": "text/plain; charset=utf-8" };
  return NextResponse.redirect(new URL(path + search, settings().origin), { status: 307, headers });
}

async function page(request: NextRequest, path: string): Promise<Response> {
  const came = sendsCookies(request.cookies);
  const flashEnded = await endFlash(request, path);
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
  for (const [name, value] of Object.entries(languageHeaders(languageOf(request, path))))
    response.headers.append(name, value);
  if (csrf) response.headers.append("set-cookie", plantCsrf(csrf.cookie));
  if (flashEnded) response.headers.append("set-cookie", flashEnded);
  return response;
}

/** The account's language is known where its page is made, and not here. */
const languageOf = ({ cookies }: NextRequest, path: string) =>
  path.startsWith("/cuenta") && !cookies.has(cookieName("language")) ? null : reader().language;

/** A flash is shown once: the page still reads it from its request. @returns `Set-Cookie` where it ends */
async function endFlash(request: NextRequest, path: string): Promise<string | null> {
  const { cookies } = request;
  const reading = readingOf(request);
  const flash = await readFlash(path, (kind) => cookies.get(cookieName(kind))?.value);
  if (reading !== "shows") cookies.delete(cookieName("form"));
  return flash && reading !== "leaves" ? clearCookie("form") : null;
}

/** Lets a request go on under its id: server.ts has given it one already, where there is a server.ts. */
function named(request: NextRequest, headers: Headers): NextResponse {
  const id = requestIdOf(request.headers);
  headers.set(REQUEST_ID_HEADER, id);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set(REQUEST_ID_HEADER, id);
  return response;
}
