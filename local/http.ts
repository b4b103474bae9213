import type { IncomingMessage, Server, ServerResponse } from "node:http";

const BODY_LIMIT = 256 * 1024;

/** Thrown for a request that cannot be served; `status` is the answer, the message a sentence. */
export class BadRequest extends Error {
  override name = "BadRequest";
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}

/** The address that a request asks for, or null when it cannot be read. */
export function parseAddress(address: string | undefined): URL | null {
  try {
    return new URL(address ?? "/", "http://localhost");
  } catch {
    return null;
  }
}

/**
 * Refuses what a page of another site sends (W3C Fetch Metadata): else a page that is open on this machine could make mails fail, or
 * add an account. Programs send no such header.
 */
export function refuseOtherSites({ method, headers }: IncomingMessage): void {
  if (method !== "GET" && headers["sec-fetch-site"] === "cross-site")
    throw new BadRequest("a page of another site gives no orders here", 403);
}

/** The body of a request as text; refuses what is too big. */
export async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > BODY_LIMIT) throw new BadRequest("the body is too big", 413);
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}

/** The body of a request as a JSON value; refuses what is no JSON. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readText(request));
  } catch (error) {
    if (error instanceof BadRequest) throw error;
    throw new BadRequest("the body is not JSON");
  }
}

/** Answers a program. */
export function sendJson(response: ServerResponse, value: unknown, status = 200): void {
  if (response.writableEnded || response.destroyed) return;
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    "cache-control": "no-store",
  });
  response.end(JSON.stringify(value));
}

/** Answers a person, under a policy that runs no foreign script. */
export function sendPage(response: ServerResponse, page: string, csp: string, status = 200): void {
  if (response.headersSent) return;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": csp,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  });
  response.end(page);
}

/** Listens on 127.0.0.1 alone; throws when the port is taken. */
export function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

/** Stops listening, and closes the connections that still wait for an answer. */
export function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
