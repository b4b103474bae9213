import { type IncomingHttpHeaders, request } from "node:http";

export type PlainAnswer = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** One request with these headers and no other, which `fetch` does not send: it always says that a script asks. */
export function plainRequest(
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
  form?: Record<string, string>,
): Promise<PlainAnswer> {
  const body = form && new URLSearchParams(form).toString();
  const type = form && { "content-type": "application/x-www-form-urlencoded" };
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: { ...headers, ...type } }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        }),
      );
    });
    asked.on("error", reject).end(body);
  });
}
