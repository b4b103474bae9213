import type { ServerResponse } from "node:http";

/**
 * A response that must not be stored must not be rewritten either: Next says of a page that is none that it is not kept, in words of
 * its own. And it is compressed all the same: Next's compression, which asks the answer for its headers, takes
 * `no-transform` to heart, though the word is for those behind us. So it is sent, and not told.
 */
export function forbidTransform(response: ServerResponse): void {
  const { getHeader, setHeader } = response;
  const isOurs = (name: string, value: unknown): value is string =>
    name.toLowerCase() === "cache-control" && typeof value === "string";
  response.setHeader = (name, value) => {
    const rewritten = isOurs(name, value) && /no-store(?!.*no-transform)/.test(value);
    return setHeader.call(response, name, rewritten ? `${value}, no-transform` : value);
  };
  response.getHeader = (name) => {
    const value = getHeader.call(response, name);
    return isOurs(name, value) ? value.replace(", no-transform", "") : value;
  };
}
