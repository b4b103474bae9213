import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { pageHeaders } from "@/lib/http/headers";
import { errorBanner, messages } from "@/lib/messages/messages";
import { answerLast, isTaken, unfinished } from "./connections";

/** The methods that any address of ours may know. */
export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** in milliseconds: a refusal is lost where the connection ends while its reader still writes (RFC 9112 §9.6) */
export const READ_WITHIN_MS = 2000;

/** What is refused before Next sees it. */
const REFUSALS = {
  malformed: { status: 400, error: "Malformed" },
  address: { status: 400, error: "Malformed", says: "address" },
  method: { status: 405, error: "WrongMethod" },
  slow: { status: 408, error: "TooSlow" },
  big: { status: 413, error: "TooBig" },
  expectation: { status: 417, error: "Malformed", says: "expectation" },
  head: { status: 431, error: "TooBig", says: "head" },
} as const;
export type Refusal = keyof typeof REFUSALS;

/** Refuses a request: a person in a sentence, a program in JSON. Nothing else is answered on its connection. */
export function refuse(refusal: Refusal, { headers }: IncomingMessage, response: ServerResponse) {
  const { status, head, body } = answerOf(refusal, isProgram(headers.accept));
  response.writeHead(status, head).end(body);
}

/** Gives a sentence to what Node would refuse by itself, without a body and without headers of ours. */
export function refuseUnreadable(server: Server): void {
  const refused = new WeakSet<Socket>();
  server.on("clientError", (fault: Fault, socket: Socket) => {
    // the parser says it again of everything that still comes
    if (refused.has(socket)) return;
    refused.add(socket);
    const program = isProgram(unfinished(socket)?.headers.accept ?? acceptOf(fault.rawPacket));
    answerLast(socket, () => endWith(refusalOf(fault), program, socket));
  });
  server.on("connect", ({ headers }: IncomingMessage, socket: Socket) => {
    socket.on("error", () => undefined).resume();
    answerLast(socket, () => endWith("method", isProgram(headers.accept), socket));
  });
  server.on("checkExpectation", (request, response) => {
    if (isTaken(request, response)) refuse("expectation", request, response);
  });
}

type Fault = Error & { code?: string; rawPacket?: Buffer };

function refusalOf({ code }: Fault): Refusal {
  switch (code) {
    case "HPE_HEADER_OVERFLOW":
      return "head";
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return "big";
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return "slow";
    default:
      return "malformed";
  }
}

/** What a head that could not be read says of its reader, where the packet at hand has that line. */
function acceptOf(packet: Buffer | undefined): string | undefined {
  return /^accept:(.*)$/im.exec(packet?.toString("latin1") ?? "")?.[1];
}

function isProgram(accept = ""): boolean {
  return accept.toLowerCase().includes("application/json");
}

/** The sentence for its code, unless that one says too little. */
function sentenceOf(refusal: (typeof REFUSALS)[Refusal]): string {
  return "says" in refusal ? messages().refusals[refusal.says] : errorBanner(refusal.error).text;
}

function answerOf(refusal: Refusal, program: boolean) {
  const { status, error } = REFUSALS[refusal];
  const message = sentenceOf(REFUSALS[refusal]);
  const body = program ? JSON.stringify({ error, message }) : message;
  const head = {
    ...pageHeaders("/"),
    ...(status === 405 && { allow: METHODS.join(", ") }),
    "content-type": program ? "application/json" : "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    connection: "close",
  };
  return { status, head, body };
}

/** The same where Node has no response to write it with. Who has said nothing yet is told nothing. */
function endWith(refusal: Refusal, program: boolean, socket: Socket): void {
  if (!socket.writable || socket.bytesRead === 0) return void socket.destroy();
  const { status, head, body } = answerOf(refusal, program);
  const lines = Object.entries({ date: new Date().toUTCString(), ...head });
  socket.end(
    [
      `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
      ...lines.map(([name, value]) => `${name}: ${value}`),
      "",
      body,
    ].join("\r\n"),
  );
  const late = setTimeout(() => socket.destroy(), READ_WITHIN_MS);
  socket.once("close", () => clearTimeout(late));
}
