import type { Server, ServerResponse } from "node:http";
import { type Socket, Server as TcpServer } from "node:net";

/** in milliseconds: how long requests in flight may take once the process is told to stop */
const SHUTDOWN_MS = 10_000;
/** in milliseconds: a request that was on its way when we were told to stop is here by then */
const LAST_REQUESTS_MS = 1_000;

export type LastActs = {
  /** after the last answer */
  end(): Promise<unknown>;
  /** where an answer is still missing when time is nearly up; takes `within` milliseconds */
  handOver(): Promise<unknown>;
  within: number;
};

/**
 * Ends the process when it is told to (SIGTERM, SIGINT), once every request has its answer, at most ten seconds later.
 *
 * What is asked over a connection that is open already is still answered, as the last thing there: a proxy cannot know
 * that we are about to go, and does not send a POST twice (RFC 9112 §9.6 on closing without losing a request). New
 * connections are refused at once, so a proxy tries its next server.
 * @param listeners everything whose connections `server` serves, itself included
 */
export function shutDownGracefully(
  server: Server,
  listeners: TcpServer[],
  { end, handOver, within }: LastActs,
): void {
  const sockets = new Set<Socket>();
  const answers = new Set<ServerResponse>();
  let leaving = false;

  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  // before the one that answers
  server.prependListener("request", (_, answer) => {
    answers.add(answer);
    answer.once("close", () => answers.delete(answer));
    answer.shouldKeepAlive &&= !leaving;
  });

  const leave = () => {
    // npm and systemd both pass the signal on: the second must not end what the first lets finish
    if (leaving) return;
    leaving = true;
    for (const answer of answers) answer.shouldKeepAlive = false;
    setTimeout(() => void handOver(), SHUTDOWN_MS - within).unref();
    setTimeout(() => process.exit(0), SHUTDOWN_MS).unref();
    void Promise.all(listeners.map(closed))
      .then(end)
      .finally(() => process.exit(0));
    setInterval(() => {
      server.closeIdleConnections();
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    }, LAST_REQUESTS_MS);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, leave);
}

/** Once every connection is over. Not by the http server's own `close`, which cuts idle ones at once. */
function closed(listener: TcpServer): Promise<void> {
  return new Promise((resolve) => TcpServer.prototype.close.call(listener, () => resolve()));
}
