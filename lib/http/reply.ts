import { parseSetCookie } from "cookie";
import { settings } from "../config/settings";
import type { Banner } from "../messages/banner";
import { fill } from "../messages/fill";
import { errorBanner, messages } from "../messages/messages";
import { methodsAt } from "../routes";
import { clearCookie, cookieName } from "./cookies";
import { writeFlash } from "./flash";
import { languageHeaders, UNCACHED } from "./headers";
import { faultPage, maintenancePage } from "./maintenance-page";

/** The contract's codes, and next-auth's. */
export type ReplyError =
  | "Malformed"
  | "WrongOrigin"
  | "NotFound"
  | "WrongMethod"
  | "TooBig"
  | "WrongType"
  | "WrongField"
  | "Throttled"
  | "EmailSignin"
  | "Busy"
  | "Away"
  | "Fault"
  | "LinkUsed"
  | "LinkEnded"
  | "LinkExpired"
  | "LinkUnknown"
  | "CodeWrong"
  | "CodeEnded"
  | "OtherPerson"
  | "PasskeyUnknown"
  | "PasskeyRefused"
  | (string & {});

export type Reply =
  | {
      ok: true;
      url: string;
      notice?: Banner;
      cookies?: string[];
      file?: SavedFile;
      /** what a program gets besides the address */
      more?: Readonly<Record<string, unknown>>;
      keepsTyped?: true;
      /** shown once, by the page that the reply leads to */
      recoveryCodes?: string[];
    }
  | Refusal;

/** Text that the browser saves. */
type SavedFile = { name: string; type: "application/json" | "text/html"; content: string };

type Refusal = {
  ok: false;
  status: number;
  error: ReplyError;
  /** where a browser is sent; without it the status itself is shown */
  url?: string;
  /** where the page of a 500 or 503 leads, or retries */
  page?: string;
  /** seconds */
  retryAfter?: number;
  fields?: Record<string, string>;
  triesLeft?: number;
  /** for the form's page; without it the page at `url` has its own */
  notice?: Banner;
  /** the sentence of that other page, where it is not the one for `error` */
  message?: string;
  cookies?: string[];
  /** starts over at another page: nothing typed is kept, and the page says why */
  anew?: true;
  /** where a browser sends its form once more (RFC 9110 §15.4.8) */
  repeat?: string;
};

export function isProgram(headers: Headers): boolean {
  return (headers.get("accept") ?? "").toLowerCase().includes("application/json");
}

/** @param retryAfter seconds */
export function throttledReply(retryAfter: number, url: string): Reply {
  const notice = messages().replies.slowed(retryAfter);
  return { ok: false, status: 429, error: "Throttled", retryAfter, url, notice };
}

/** next-auth ended before any step of ours. */
export function unknownReply(url: string): Reply {
  return { ok: false, status: 401, error: "Default", url, notice: errorBanner("Default") };
}

type Asked = {
  /** the form's values */
  typed?: Map<string, string>;
  /** the request's session cookie */
  session?: string | undefined;
};

/** Status and JSON for a program, a 303 for a browser: onward, or back with a flash. */
export async function respond(
  reply: Reply,
  program: boolean,
  asked: Asked = {},
): Promise<Response> {
  const response = await responseTo(reply, program, asked);
  for (const cookie of reply.cookies ?? []) response.headers.append("set-cookie", cookie);
  if (!reply.ok && reply.retryAfter !== undefined)
    response.headers.set("retry-after", String(reply.retryAfter));
  response.headers.set("cache-control", UNCACHED);
  response.headers.set("x-content-type-options", "nosniff");
  for (const [name, value] of Object.entries(languageHeaders())) response.headers.set(name, value);
  return response;
}

function responseTo(reply: Reply, program: boolean, asked: Asked) {
  if (reply.ok && reply.file) return toSave(reply.file);
  return program ? toProgram(reply, asked) : toPerson(reply, asked);
}

/**
 * 405 at a page, else 404: Next would render a page for any method, and React parse the body.
 * @param path without query
 */
export function noEndpoint(headers: Headers, path: string): Promise<Response> {
  const allow = methodsAt(path);
  if (allow) return wrongMethod(headers, allow);
  return respond({ ok: false, status: 404, error: "NotFound" }, isProgram(headers));
}

/** @param allow the methods that the address knows (RFC 9110 §10.2.1) */
export async function wrongMethod(headers: Headers, allow: string): Promise<Response> {
  const refused = { ok: false, status: 405, error: "WrongMethod" } as const;
  const response = await respond(refused, isProgram(headers));
  response.headers.set("allow", allow);
  return response;
}

async function toProgram(reply: Reply, { session }: Asked): Promise<Response> {
  // absolute, since next-auth's own client reads it by `new URL(url)`
  const url = reply.url && new URL(reply.url, settings().origin).href;
  if (reply.ok) {
    const { recoveryCodes, more, notice } = reply;
    const response = Response.json({ url, recoveryCodes, ...more });
    // asked for on the side: what the page has still to say stays
    if (more && !notice) return response;
    // a form sent by fetch may lead to a page that shows a flash
    response.headers.append("set-cookie", await memoryOf(reply, { session }));
    return response;
  }
  const { status, error, retryAfter, fields, triesLeft } = reply;
  const message = messageOf(reply);
  // a notice is shown by the form's page; without one it follows `url`
  const notice = reply.anew ? undefined : reply.notice;
  const said = { error, message, notice, url, retryAfter, fields, triesLeft };
  const response = Response.json(said, { status });
  if (reply.anew) response.headers.append("set-cookie", await memoryOf(reply, { session }));
  return response;
}

function messageOf({ error, notice, message, fields = {} }: Refusal): string {
  const [first, ...others] = Object.values(fields);
  if (first !== undefined)
    return others.length > 0
      ? fill(messages().screen.fieldsWrong, { n: 1 + others.length })
      : first;
  return message ?? (notice ?? errorBanner(error)).text;
}

async function toPerson(reply: Reply, asked: Asked): Promise<Response> {
  if (!reply.ok && reply.repeat)
    return new Response(null, { status: 307, headers: { location: reply.repeat } });
  if (!reply.ok && reply.url === undefined) {
    const { status, page = "/login" } = reply;
    if (status === 503) return maintenancePage(page);
    return status === 500 ? faultPage(page) : plain(reply);
  }
  const response = seeOther(reply.url ?? "");
  response.headers.append("set-cookie", await memoryOf(reply, asked));
  return response;
}

function memoryOf(reply: Reply, { typed = new Map(), session }: Asked): Promise<string> {
  const [page = "", query = ""] = (reply.url ?? "").replace(/#.*/, "").split("?");
  // the code in the address already shows it, and only there
  const notice = (/(^|&)error=/.test(query) ? null : reply.notice) ?? null;
  const keepsTyped = reply.ok ? reply.keepsTyped : !reply.anew;
  const recoveryCodes = reply.ok ? reply.recoveryCodes : undefined;
  if (reply.ok && !notice && !keepsTyped && !recoveryCodes)
    return Promise.resolve(clearCookie("form"));
  return writeFlash({
    page,
    session: sessionAfter(reply, session),
    typed: keepsTyped ? typed : new Map(),
    fields: reply.ok ? {} : (reply.fields ?? {}),
    notice,
    recoveryCodes,
  });
}

/** The browser's session cookie once it has the reply. @param before the request's */
function sessionAfter({ cookies = [] }: Reply, before: string | undefined): string | undefined {
  const set = cookies.find((line) => line.startsWith(`${cookieName("session")}=`));
  return set === undefined ? before : parseSetCookie(set).value || undefined;
}

function toSave({ name, type, content }: SavedFile): Response {
  const headers = {
    "content-type": `${type}; charset=utf-8`,
    "content-disposition": `attachment; filename="${name}"`,
  };
  return new Response(content, { headers });
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });

function plain(refusal: Refusal): Response {
  return new Response(messageOf(refusal), {
    status: refusal.status,
    headers: { "content-type": "text/plain; charset=utf-8" },
  });
}
