import type { NextRequest } from "next/server";
import { type ClientInfo, clientInfoOf } from "../client-info";
import { limits } from "../config/limits";
import { settings } from "../config/settings";
import { isToken, newToken } from "../secrets";
import { safeCallbackUrl } from "./callback-url";
import { type CookieKind, cookieName, sendsCookies, setCookie } from "./cookies";
import type { Form } from "./form";
import { isProgram } from "./reply";

/** What stands behind the address of a form that is sent once more. */
export const REPEATED = "otra-vez";

export type RequestContext = {
  form: Map<string, string>;
  /** fields that came twice, or were no text */
  wrong: string[];
  cookie(kind: CookieKind): string | undefined;
  sendsCookies: boolean;
  /** of a kind that a browser has several of, by id */
  cookies(kind: CookieKind): Map<string, string>;
  headers: Headers;
  /** gets JSON, and is asked no question in between */
  program: boolean;
  client: ClientInfo;
  callbackUrl: string | null;
  newBrowser: string;
  /** whether its browser was asked to send it once more */
  repeated: boolean;
};

export function contextOf(request: NextRequest, form: Form): RequestContext {
  const asked = form.values.get("callbackUrl") ?? request.nextUrl.searchParams.get("callbackUrl");
  const cookie = (kind: CookieKind) => request.cookies.get(cookieName(kind))?.value;
  const cookies = (kind: CookieKind) => {
    const start = cookieName(kind, "");
    const ours = request.cookies.getAll().filter(({ name }) => name.startsWith(start));
    return new Map(ours.map(({ name, value }) => [name.slice(start.length), value]));
  };
  return {
    form: form.values,
    wrong: form.wrong,
    cookie,
    sendsCookies: sendsCookies(request.cookies),
    cookies,
    headers: request.headers,
    // next-auth's own client says it in the form
    program: isProgram(request.headers) || form.values.get("json") === "true",
    client: clientInfoOf(request.headers, {
      device: cookie("device"),
      trusted: cookies("trusted").values(),
      session: cookie("session"),
    }),
    callbackUrl: safeCallbackUrl(asked, settings().origin),
    newBrowser: newToken(),
    repeated: request.nextUrl.searchParams.has(REPEATED),
  };
}

/** The 256 bits that identify the browser that asked for a mail; made once, kept for a day. */
export function browserOf(context: RequestContext): { browser: string; cookie: string } {
  const browser = knownBrowserOf(context) ?? context.newBrowser;
  return { browser, cookie: setCookie("asked", browser, limits.registrationLifeSeconds) };
}

export function knownBrowserOf(context: RequestContext): string | null {
  const known = context.cookie("asked");
  return isToken(known) ? known : null;
}
