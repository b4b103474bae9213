import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";

/** in milliseconds: who takes nothing of an answer for so long is not waited for; no answer of ours is longer in coming */
const STALLED = 30_000;
/** How many requests of one connection may wait for their answers: no browser sends a second one before the first is answered. */
const PIPELINED = 8;

const unanswered = new WeakMap<Socket, number>();

/**
 * Closes a connection on which nothing moves any more: answers that nobody reads are kept in memory.
 * @param stalled milliseconds
 */
export function closeStalled(server: Server, stalled = STALLED): void {
  server.setTimeout(stalled, (socket: Socket) => socket.destroy());
}

/**
 * Whether a request is answered. A connection that asks for more than it takes (a pipeline, RFC 9112 §9.3.2) is closed
 * instead: each answer would wait in memory for the ones before it.
 */
export function isTaken({ socket }: IncomingMessage, response: ServerResponse): boolean {
  const waiting = (unanswered.get(socket) ?? 0) + 1;
  unanswered.set(socket, waiting);
  response.once("close", () => unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1));
  if (waiting <= PIPELINED) return true;
  socket.destroy();
  return false;
}
