import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { get } from "./app";
import { load } from "./load";

async function loaded(answer: RequestListener, seconds: number) {
  const server = createServer(answer).listen(0, "127.0.0.1");
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target = { url, pid: process.pid, database: process.pid };
  return load({ ...target, signal: AbortSignal.timeout(20_000) }, get("/"), { seconds });
}

it.runIf(process.platform === "linux")("counts answers and the seconds they took", async () => {
  const { done, times, seconds } = await loaded((_, response) => void response.end("here"), 0.5);
  expect([done > 0, times.length]).toEqual([true, done]);
  expect(seconds).toBeLessThan(5);
});

it.runIf(process.platform === "linux").each<[string, RequestListener, RegExp]>([
  ["no answer", () => undefined, /0 errors, answers \{\}$/],
  ["another answer", (_, response) => void response.writeHead(307).end(), /\{"307":\d+\}$/],
])("takes %s for no measurement", async (_, answer, said) => {
  await expect(loaded(answer, 0.3)).rejects.toThrow(said);
});
