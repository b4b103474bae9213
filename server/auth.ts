import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import Negotiator from "negotiator";
import { NextRequest } from "next/server";
import { handleAuth } from "@/lib/auth/handler";
import { limits } from "@/lib/config/limits";
import { settings } from "@/lib/config/settings";
import { databaseReachable } from "@/lib/database/reachable";
import { keepingForLater, type Later } from "@/lib/http/after-reply";
import { awayReply } from "@/lib/http/away";
import { faultReply } from "@/lib/http/endpoint";
import { isProgram, respond } from "@/lib/http/reply";
import { faultOf, log } from "@/lib/log/log";
import { AUTH_ROOT, formPageOf, type Path } from "@/lib/routes";
import { inSpan } from "@/lib/telemetry/span";

/** in bytes: less is not worth compressing */
const COMPRESSED_FROM_BYTES = 1024;

/** Answers a request for an address of next-auth, as proxy and route handler do on another host. Never throws. */
export async function answerAuth(
  path: Path,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await bodyOf(request);
  // whoever asked has gone
  if (body === null) return;
  const { method = "GET" } = request;
  const later: Later[] = [];
  response.once("close", () => {
    for (const work of later) doLater(work);
  });
  const attributes = { "http.request.method": method, "http.route": path };
  const reply = await inSpan(
    `${method} ${path}`,
    attributes,
    () => keepingForLater(later, () => guarded(path, requestOf(request, body))),
    "incoming",
  );
  await send(reply, request, response);
}

async function guarded(path: Path, request: NextRequest): Promise<Response> {
  try {
    if (!(await databaseReachable())) return await awayReply(request, path);
    return await handleAuth(request, path.slice(AUTH_ROOT.length).split("/"));
  } catch (fault) {
    return respond(faultReply(fault, formPageOf(path)), isProgram(request.headers));
  }
}

/**
 * As much of a body as tells that it is too long. The rest is taken by Node once there is an answer: a connection that is
 * closed while its client writes loses the answer.
 */
function bodyOf(request: IncomingMessage): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  return new Promise((resolve) => {
    const done = () => resolve(Buffer.concat(chunks));
    request.on("data", (chunk: Buffer) => {
      if (size <= limits.bodyLargestBytes) chunks.push(chunk);
      size += chunk.length;
      if (size > limits.bodyLargestBytes) done();
    });
    request.once("end", done);
    request.once("close", () => resolve(null));
    request.once("error", () => resolve(null));
  });
}

function requestOf({ method = "GET", url = "/", headers }: IncomingMessage, body: Buffer) {
  const { origin } = settings();
  const given = Object.entries(headers) as [string, string][];
  const form = method === "POST" && body.length > 0 ? new Uint8Array(body) : null;
  return new NextRequest(origin + url, { method, headers: given, body: form });
}

async function send(
  reply: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = Buffer.from(await reply.arrayBuffer());
  const body = accepted(text, request, response);
  for (const [name, value] of reply.headers)
    if (name !== "set-cookie") response.setHeader(name, value);
  const cookies = reply.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("set-cookie", cookies);
  response.setHeader("content-length", body.length);
  response.writeHead(reply.status).end(body);
}

function accepted(text: Buffer, request: IncomingMessage, response: ServerResponse): Buffer {
  if (text.length < COMPRESSED_FROM_BYTES) return text;
  response.setHeader("vary", "accept-encoding");
  if (new Negotiator(request).encoding(["gzip", "identity"]) !== "gzip") return text;
  response.setHeader("content-encoding", "gzip");
  return gzipSync(text);
}

const running = new Set<Promise<void>>();

function doLater(work: Later): void {
  const done: Promise<void> = work()
    .then(
      () => undefined,
      (fault: unknown) => log.error(faultOf(fault), "endpoint: what followed a reply failed"),
    )
    .finally(() => running.delete(done));
  running.add(done);
}

export async function laterDone(): Promise<void> {
  await Promise.all(running);
}
