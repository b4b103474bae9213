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
import { REQUEST_ID_HEADER, withRequestId } from "@/lib/log/request-id";
import { send } from "./send";
import { keepVary } from "./vary";

const ENCODINGS = ["br", "gzip", "identity"] as const;
type Encoding = (typeof ENCODINGS)[number];

/** What one answer's head has of its own. */
type Own = Record<string, string>;
/** Names and values in turn, which Node writes as they are. */
type Head = string[];
/** A document in one encoding, with the heads of its answers, whole and to who has it still. */
type Kept = { bytes: Buffer; etag: string; whole: Head; same: Head };

const made = new Map<string, Promise<Record<Encoding, Kept>>>();

/**
 * Answers a request for a page that is the same for everybody from memory, where it is made and compressed once, with all
 * of its head that is always the same; Next does not see it.
 * @param id the request's
 * @returns whether it is one
 */
export function answersDocument(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): boolean {
  const { method = "", url = "", headers } = request;
  const cookies = parseCookie(headers.cookie ?? "");
  const cookie = (kind: Parameters<typeof cookieName>[0]) => cookies[cookieName(kind)];
  const wanted = documentOf({ method, url, headers, cookie });
  if (!wanted) return false;
  // whether it comes back with a form tells if cookies are refused
  const planted = csrfTokenOf(cookie("csrf")) === null && plantCsrf(newCsrf().cookie);
  const own = { [REQUEST_ID_HEADER]: id, ...(planted && { "set-cookie": planted }) };
  void answer(wanted, own, request, response)
    .catch((fault: unknown) =>
      withRequestId(id, () => sendInstead(pageFailed(fault, wanted.path), own, request, response)),
    )
    .catch(() => response.destroy());
  return true;
}

async function answer(
  wanted: DocumentRequest,
  own: Own,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  // its form would lead to nothing
  if (!(await databaseReachable()))
    return sendInstead(maintenancePage(null), own, request, response);
  const { method, headers } = request;
  const kept = await keptOf(wanted);
  const { bytes, etag, whole, same } = kept[encodingOf(headers["accept-encoding"])];
  const head = Object.entries(own).flat();
  if (isKnown(headers["if-none-match"], etag))
    return void response.writeHead(304, head.concat(same)).end();
  response.writeHead(200, head.concat(whole)).end(method === "HEAD" ? undefined : bytes);
}

function sendInstead(
  reply: Response,
  own: Own,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  keepVary(response);
  response.setHeaders(new Map(Object.entries(own)));
  return send(reply, request, response);
}

/** The smallest that its reader takes. */
function encodingOf(accepted = ""): Encoding {
  const negotiator = new Negotiator({ headers: { "accept-encoding": accepted } });
  const taken = negotiator.encodings([...ENCODINGS]);
  return ENCODINGS.find((one) => taken.includes(one)) ?? "identity";
}

/** RFC 9110 §13.1.2 */
function isKnown(tags: string | undefined, etag: string): boolean {
  if (tags === undefined) return false;
  const known = tags.split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  return known.includes(etag) || known.includes("*");
}

function keptOf(wanted: DocumentRequest): Promise<Record<Encoding, Kept>> {
  const key = Object.values(wanted).join(" ");
  const known = made.get(key);
  if (known) return known;
  const making = make(wanted);
  made.set(key, making);
  // a fault is not kept
  making.catch(() => made.delete(key));
  return making;
}

async function make(wanted: DocumentRequest): Promise<Record<Encoding, Kept>> {
  const html = Buffer.from(await renderDocument(wanted));
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(html),
    promisify(gzip)(html, { level: 9 }),
  ]);
  const digest = createHash("sha256").update(html).digest("base64url").slice(0, 22);
  const always = {
    ...pageHeaders(wanted.path),
    ...languageHeaders(wanted.language),
    ...DOCUMENT_CACHE,
  };
  const kept = (bytes: Buffer, encoding: string): Kept => {
    const etag = `"${digest}-${encoding}"`;
    const same = Object.entries({ ...always, etag }).flat();
    const length = String(bytes.length);
    const whole = [...same, "content-type", "text/html; charset=utf-8", "content-length", length];
    if (encoding !== "plain") whole.push("content-encoding", encoding);
    return { bytes, etag, whole, same };
  };
  return { br: kept(br, "br"), gzip: kept(gzipped, "gzip"), identity: kept(html, "plain") };
}
