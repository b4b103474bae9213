import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** in milliseconds: who takes nothing of an answer for so long is not waited for; no answer of ours is longer in coming */
const STALLED_MS = 30_000;
/** How many requests of one connection may wait for their answers: no browser sends a second one before the first is answered. */
const PIPELINED = 8;

/** The answers a connection still waits for, its last request's answer, and what follows that one. */
type Owed = {
  answers: Set<ServerResponse>;
  last: ServerResponse | null;
  ends?: true;
  afterLast?: () => void;
};
const connections = new WeakMap<Socket, Owed>();

/**
 * Closes a connection on which nothing moves any more: replies that no client reads stay in memory.
 * @param stalled milliseconds
 */
export function closeStalled(server: Server, stalled = STALLED_MS): void {
  server.setTimeout(stalled, (socket: Socket) => socket.destroy());
}

/**
 * Whether a request is answered. A connection that asks for more than it takes (a pipeline, RFC 9112 §9.3.2) is closed
 * instead: each answer would wait in memory for the ones before it.
 */
export function isTaken({ socket }: IncomingMessage, response: ServerResponse): boolean {
  const { answers } = connections.get(socket) ?? { answers: new Set<ServerResponse>() };
  answers.add(response);
  connections.set(socket, { answers, last: response });
  // one listener for all that waits for it: Next adds eight of its own, and Node warns at eleven
  response.once("close", () => {
    answers.delete(response);
    const owed = connections.get(socket);
    if (owed?.last === response) owed.afterLast?.();
  });
  if (answers.size <= PIPELINED) return true;
  socket.destroy();
  return false;
}

/**
 * Answers what cannot be read on a connection: in its turn, as the last thing there, and never into another answer.
 * @param begin writes the answer and ends the connection
 */
export function answerLast(socket: Socket, begin: () => void): void {
  const owed: Owed = connections.get(socket) ?? { answers: new Set(), last: null };
  // Node says it of each piece that comes behind the first that could not be read
  if (owed.ends) return;
  connections.set(socket, { ...owed, ends: true });
  const { answers, last } = owed;
  // what cannot be read is a request of its own, behind those before it
  if (last === null || last.req.complete) {
    if (last && answers.has(last))
      connections.set(socket, { ...owed, ends: true, afterLast: begin });
    else begin();
    return;
  }
  // or the rest of one that is being answered
  if (answers.size === 1 && answers.has(last) && !last.headersSent) begin();
  else socket.destroy();
}

/** The request that a connection is in the middle of. */
export function unfinished(socket: Socket): IncomingMessage | null {
  const request = connections.get(socket)?.last?.req;
  return request && !request.complete ? request : null;
}
