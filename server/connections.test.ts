import { createServer, type Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { answerLast, closeStalled, isTaken } from "./connections";

const LONG = "x".repeat(20 * 1024 * 1024);
const GET = "GET / HTTP/1.1\r\nhost: x\r\n\r\n";
let server: Server;

async function serve(answer: string, answered: { times: number }): Promise<number> {
  server = createServer((request, response) => {
    if (!isTaken(request, response)) return;
    answered.times += 1;
    setImmediate(() => response.end(answer));
  });
  closeStalled(server, 300);
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
}

afterEach(() => server.close());

const closed = (socket: Socket) =>
  new Promise<void>((resolve) => {
    socket.once("close", () => resolve());
    socket.once("error", () => undefined);
  });

describe("a connection", () => {
  it("that reads nothing of its answer is closed", async () => {
    const socket = connect(await serve(LONG, { times: 0 }), "127.0.0.1");
    socket.pause();
    socket.write(GET);
    const other = await new Promise<Socket>((resolve) => server.once("connection", resolve));
    await closed(other);
    socket.destroy();
  });

  it("that takes what it asked for is answered, one after the other, as often as it likes", async () => {
    const answered = { times: 0 };
    const socket = connect(await serve("ok", answered), "127.0.0.1");
    for (let asked = 1; asked <= 50; asked += 1) {
      socket.write(GET);
      await new Promise((resolve) => socket.once("data", resolve));
    }
    expect(answered.times).toBe(50);
    socket.destroy();
  });

  it("that asks for more than it takes is closed, and the rest is not answered", async () => {
    const answered = { times: 0 };
    const socket = connect(await serve("ok", answered), "127.0.0.1");
    const gone = closed(socket);
    socket.write(GET.repeat(400));
    await gone;
    expect(answered.times).toBe(8);
  });
});

describe("what cannot be read behind a request that is being answered", () => {
  it("is answered after it, and adds no listener to its answer", async () => {
    let before = -1;
    let finish = () => {};
    server = createServer((request, response) => {
      if (!isTaken(request, response)) return;
      before = response.listenerCount("close");
      finish = () => {
        expect(response.listenerCount("close")).toBe(before);
        response.end("ok");
      };
    });
    const unreadable = new Promise<void>((resolve) =>
      server.on("clientError", (_, socket: Socket) => {
        answerLast(socket, () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
        resolve();
      }),
    );
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let answers = "";
    socket.setEncoding("utf8").on("data", (piece: string) => {
      answers += piece;
    });
    socket.write(`${GET}nonsense\r\n\r\n`);
    await unreadable;
    expect(answers).toBe("");
    finish();
    await closed(socket);
    expect(answers).toMatch(/^HTTP\/1.1 200 OK.*ok\r?\n?.*HTTP\/1.1 400 Bad Request/s);
  });
});
