import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import Negotiator from "negotiator";

/** in bytes: less is not worth compressing */
const COMPRESSED_FROM_BYTES = 1024;

/** Sends a reply of ours where Next sends none. */
export async function send(
  reply: Response,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = accepted(Buffer.from(await reply.arrayBuffer()), request, response);
  response.setHeaders(reply.headers).setHeader("content-length", body.length);
  response.writeHead(reply.status).end(body);
}

function accepted(text: Buffer, request: IncomingMessage, response: ServerResponse): Buffer {
  if (text.length < COMPRESSED_FROM_BYTES) return text;
  response.setHeader("vary", "accept-encoding");
  if (new Negotiator(request).encoding(["gzip", "identity"]) !== "gzip") return text;
  response.setHeader("content-encoding", "gzip");
  return gzipSync(text);
}
