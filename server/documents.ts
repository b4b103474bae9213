import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { parseCookie } from "cookie";
import Negotiator from "negotiator";
import { renderDocument } from "@/components/document/documents";
import { databaseReachable } from "@/lib/database/reachable";
import { cookieName } from "@/lib/http/cookies";
import { csrfTokenOf, newCsrf, plantCsrf } from "@/lib/http/csrf";
import { DOCUMENT_CACHE, type DocumentRequest, documentOf } from "@/lib/http/documents";
import { languageHeaders, pageHeaders } from "@/lib/http/headers";
import { maintenancePage } from "@/lib/http/maintenance-page";
import { pageFailed } from "@/lib/http/page-failed";
import { send } from "./send";

const ENCODINGS = ["br", "gzip", "identity"] as const;

type Body = { bytes: Buffer; etag: string };
type Bodies = Record<(typeof ENCODINGS)[number], Body>;

const made = new Map<string, Promise<Bodies>>();

/**
 * Answers a request for a page that is the same for everybody from memory, where it is made and compressed once; Next does
 * not see it.
 * @returns whether it is one
 */
export function answersDocument(request: IncomingMessage, response: ServerResponse): boolean {
  const { method = "", url = "", headers } = request;
  const cookies = parseCookie(headers.cookie ?? "");
  const cookie = (kind: Parameters<typeof cookieName>[0]) => cookies[cookieName(kind)];
  const wanted = documentOf({ method, url, headers, cookie });
  if (!wanted) return false;
  // whether it comes back with a form tells if cookies are refused
  if (csrfTokenOf(cookie("csrf")) === null)
    response.appendHeader("set-cookie", plantCsrf(newCsrf().cookie));
  void answer(wanted, request, response)
    .catch((fault: unknown) => send(pageFailed(fault, wanted.path), request, response))
    .catch(() => response.destroy());
  return true;
}

async function answer(
  wanted: DocumentRequest,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // its form would lead to nothing
  if (!(await databaseReachable())) return send(maintenancePage(null), request, response);
  const bodies = await bodiesOf(wanted);
  const sent = { headers: { "accept-encoding": "", ...request.headers } };
  const accepted = new Set(new Negotiator(sent).encodings([...ENCODINGS]));
  const encoding = ENCODINGS.find((one) => accepted.has(one)) ?? "identity";
  const { bytes, etag } = bodies[encoding];
  const headers = {
    ...pageHeaders(wanted.path),
    ...languageHeaders(wanted.language),
    ...DOCUMENT_CACHE,
    etag,
  };
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  if (isKept(request.headers["if-none-match"], etag)) return void response.writeHead(304).end();
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.setHeader("content-length", bytes.length);
  if (encoding !== "identity") response.setHeader("content-encoding", encoding);
  response.writeHead(200).end(request.method === "HEAD" ? undefined : bytes);
}

/** RFC 9110 §13.1.2 */
function isKept(known: string | undefined, etag: string): boolean {
  const tags = (known ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return tags.includes(etag) || tags.includes("*");
}

function bodiesOf(wanted: DocumentRequest): Promise<Bodies> {
  const key = Object.values(wanted).join(" ");
  const known = made.get(key);
  if (known) return known;
  const making = make(wanted);
  made.set(key, making);
  // a fault is not kept
  making.catch(() => made.delete(key));
  return making;
}

async function make(wanted: DocumentRequest): Promise<Bodies> {
  const html = Buffer.from(await renderDocument(wanted));
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(html),
    promisify(gzip)(html, { level: 9 }),
  ]);
  const digest = createHash("sha256").update(html).digest("base64url").slice(0, 22);
  const body = (bytes: Buffer, encoding: string) => ({ bytes, etag: `"${digest}-${encoding}"` });
  return { br: body(br, "br"), gzip: body(gzipped, "gzip"), identity: body(html, "plain") };
}
