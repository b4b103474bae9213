import { once as next } from "node:events";
import { createServer, type Server, type Socket } from "node:net";
import { afterAll } from "vitest";

export type Script = Partial<
  Record<"CONN" | "EHLO" | "AUTH" | "MAIL" | "RSET" | "RCPT" | "DATA" | "DOT", Answer>
>;
export type Answer = string | ((socket: Socket) => void);

export const SILENCE = () => {};
export const CUT = (socket: Socket) => socket.destroy();
export const drip = (text: string) => (socket: Socket) => {
  const timer = setInterval(() => socket.write(text), 40);
  socket.on("close", () => clearInterval(timer));
};

const open: Server[] = [];
afterAll(() => {
  for (const server of open) server.close(() => {});
});

/** A server that does as it is told at each step, and well at the others. */
export async function scripted(script: Script) {
  const sockets = new Set<Socket>();
  /** how often each step was reached */
  const reached: Partial<Record<string, number>> = {};
  const well: Script = { CONN: "220 hi", EHLO: "250 hi", DATA: "354 go on" };
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const answer = (step: string) => {
      reached[step] = (reached[step] ?? 0) + 1;
      const said = script[step as keyof Script] ?? well[step as keyof Script] ?? "250 ok";
      if (typeof said === "string") socket.write(`${said}\r\n`);
      else said(socket);
    };
    let inData = false;
    let rest = "";
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString()).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const step = line.slice(0, 4).toUpperCase();
        if (inData && line !== ".") continue;
        answer(inData ? "DOT" : step);
        inData = !inData && step === "DATA" && script.DATA === undefined;
      }
    });
    answer("CONN");
  });
  const port = await listening(server);
  return {
    port,
    reached,
    emailServer: `smtp://127.0.0.1:${port}`,
    /** Hangs up on everybody, and is told that they heard it. */
    hangUp: () => Promise.all([...sockets].map((socket) => next(socket.destroy(), "close"))),
    /** Every connection is over. */
    idle: () => Promise.all([...sockets].map((socket) => next(socket, "close"))),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await next(server, "listening");
  open.push(server);
  const at = server.address();
  return typeof at === "object" && at !== null ? at.port : 0;
}
