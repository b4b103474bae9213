import type { IncomingMessage } from "node:http";
import { parseCookie } from "cookie";
import { cookieName } from "@/lib/http/cookies";
import { readerOf } from "@/lib/http/reader";
import { withReader } from "@/lib/messages/reader";

/** All that `work` says is in the language of who sent the request. */
export function forReaderOf<T>({ headers }: Pick<IncomingMessage, "headers">, work: () => T): T {
  const cookies = parseCookie(headers.cookie ?? "");
  const asked = {
    headers: { get: (name: string) => headers[name]?.toString() ?? null },
    cookie: (kind: Parameters<typeof cookieName>[0]) => cookies[cookieName(kind)],
  };
  return withReader(readerOf(asked), work);
}
