import type { IncomingMessage, ServerResponse } from "node:http";
import { faultPageParts } from "@/lib/http/maintenance-page";

/**
 * Sends the fault page in place of Next's own 500, which is empty until scripts run. @param id of the request
 */
export function sendFaultPage(
  request: IncomingMessage,
  response: ServerResponse,
  id: string,
): void {
  const isPage =
    ["GET", "HEAD"].includes(request.method ?? "") && !/^\/api\//.test(request.url ?? "");
  if (!isPage) return;
  const { writeHead, write, end } = response;
  let sent: string | null = null;
  const swap = () => {
    const { statusCode, headersSent } = response;
    if (sent !== null || headersSent || statusCode !== 500 || !/^text\/html/.test(typeOf(response)))
      return;
    const [body, { headers }] = faultPageParts(null, id);
    for (const name of ["content-encoding", "transfer-encoding", "etag"])
      response.removeHeader(name);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    response.setHeader("content-length", Buffer.byteLength(body));
    sent = body;
  };
  // whatever comes first, a head or a part of the body, decides
  Object.assign(response, {
    writeHead(...given: Parameters<typeof writeHead>) {
      if (typeof given[0] === "number") response.statusCode = given[0];
      swap();
      return sent === null ? writeHead.apply(response, given) : writeHead.call(response, 500);
    },
    write(...given: Parameters<typeof write>) {
      swap();
      return sent === null ? write.apply(response, given) : true;
    },
    end(...given: Parameters<typeof end>) {
      swap();
      return sent === null ? end.apply(response, given) : end.call(response, sent, "utf8");
    },
  });
}

function typeOf(response: ServerResponse): string {
  return String(response.getHeader("content-type") ?? "");
}
