import { connect } from "node:net";

/** What came back over a socket. `status` 0: it was closed without an answer. */
export type Answer = {
  status: number;
  /** names in lower case, in the order in which they came */
  headers: [string, string][];
  body: string;
  /** from the first byte sent to the last one received, in milliseconds */
  ms: number;
  /** nothing more came for that long */
  timedOut: boolean;
};

export type Sending = {
  port: number;
  /** the whole request, as it goes over the wire */
  bytes: Buffer;
  /** whether the socket is half-closed after them: a body that was announced longer will not come */
  end?: boolean;
  /** how long to wait, in milliseconds */
  patience: number;
  /** a HEAD's answer announces a body that does not come */
  head?: boolean;
};

/** Sends bytes that no client library would, and reads one answer. */
export function exchange({
  port,
  bytes,
  end = false,
  patience,
  head = false,
}: Sending): Promise<Answer> {
  return new Promise((resolve) => {
    const began = performance.now();
    const socket = connect({ port, host: "127.0.0.1" });
    let received = Buffer.alloc(0);
    const settle = (timedOut: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      resolve({ ...parse(received, head), ms: performance.now() - began, timedOut });
    };
    const timer = setTimeout(() => settle(true), patience);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (isWhole(received, head)) settle(false);
    });
    socket.on("close", () => settle(false));
    // the other side may close while we still write
    socket.on("error", () => undefined);
    socket.write(bytes);
    if (end) socket.end();
  });
}

type Head = { status: number; headers: [string, string][]; rest: Buffer };

/** The head of the final answer; what is only on the way to it (100 Continue) is passed over. */
function headOf(received: Buffer): Head | null {
  const at = received.indexOf("\r\n\r\n");
  if (at < 0) return null;
  const [line = "", ...lines] = received.subarray(0, at).toString("latin1").split("\r\n");
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? Number.NaN);
  const rest = received.subarray(at + 4);
  if (status >= 100 && status < 200) return headOf(rest);
  const headers = lines.map((one): [string, string] => {
    const colon = one.indexOf(":");
    return [one.slice(0, colon).toLowerCase(), one.slice(colon + 1).trim()];
  });
  return { status, headers, rest };
}

const headerOf = (headers: [string, string][], name: string) =>
  headers.find(([one]) => one === name)?.[1];

function isWhole(received: Buffer, head: boolean): boolean {
  const got = headOf(received);
  if (!got) return false;
  if (head || got.status === 204 || got.status === 304) return true;
  const length = headerOf(got.headers, "content-length");
  if (length !== undefined) return got.rest.length >= Number(length);
  if (headerOf(got.headers, "transfer-encoding")) return got.rest.includes("0\r\n\r\n");
  return false;
}

function parse(received: Buffer, head: boolean): Pick<Answer, "status" | "headers" | "body"> {
  const got = headOf(received);
  if (!got) return { status: 0, headers: [], body: received.toString() };
  const chunked = headerOf(got.headers, "transfer-encoding") !== undefined;
  const body = head ? Buffer.alloc(0) : chunked ? dechunked(got.rest) : got.rest;
  return { status: got.status, headers: got.headers, body: body.toString() };
}

function dechunked(rest: Buffer): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  while (at < rest.length) {
    const line = rest.indexOf("\r\n", at);
    const size = line < 0 ? 0 : Number.parseInt(rest.subarray(at, line).toString(), 16);
    if (!size) break;
    parts.push(rest.subarray(line + 2, line + 2 + size));
    at = line + 2 + size + 2;
  }
  return Buffer.concat(parts);
}
