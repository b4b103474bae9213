import type { IncomingMessage, ServerResponse } from "node:http";
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
import { send } from "./send";

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
  const attributes = { "http.request.method": method, "http.route": path };
  const reply = await inSpan(
    `${method} ${path}`,
    attributes,
    () => keepingForLater(later, () => guarded(path, requestOf(request, body))),
    "incoming",
  );
  const follow = () => {
    for (const work of later) doLater(work);
  };
  // what was done is told also where whoever asked did not wait for the reply
  if (response.closed) follow();
  else response.once("close", follow);
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
