import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, createServer as createTcpServer } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { listen } from "./listen";

const ORIGINS = ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"];

function server() {
  const made = createServer((_, response) => response.end("here"));
  onTestFinished(() => void made.closeAllConnections());
  return made;
}

async function freePort(): Promise<number> {
  const probe = createTcpServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

async function started(origin: string) {
  const port = await freePort();
  const listeners = await listen(server(), port, origin);
  onTestFinished(() => {
    for (const one of listeners) one.close();
  });
  return { port, hosts: listeners.map((one) => (one.address() as AddressInfo).address) };
}

const answer = async (host: string, port: number) =>
  (await fetch(`http://${host}:${port}/`, { headers: { connection: "close" } })).text();

describe("a server", () => {
  it.each(ORIGINS)("of %s answers at both loopback addresses, and at no other", async (origin) => {
    const { port, hosts } = await started(origin);
    expect(hosts).toEqual(["127.0.0.1", "::1"]);
    for (const host of ["127.0.0.1", "[::1]", "localhost"])
      expect(await answer(host, port)).toBe("here");
    await expect(answer("127.0.0.9", port)).rejects.toThrow();
  });

  it("of another loopback address answers there", async () => {
    const { port, hosts } = await started("http://127.0.0.2:3000");
    expect(hosts).toEqual(["127.0.0.2", "::1"]);
    expect(await answer("127.0.0.2", port)).toBe("here");
  });

  it("of a public origin answers everywhere, over both families", async () => {
    const { port, hosts } = await started("https://ingreso.example.com");
    expect(hosts).toEqual(["::"]);
    for (const host of ["127.0.0.1", "[::1]", "127.0.0.9"])
      expect(await answer(host, port)).toBe("here");
  });

  it.each([
    ["127.0.0.1", "http://localhost:3000"],
    ["::1", "http://localhost:3000"],
    ["0.0.0.0", "https://ingreso.example.com"],
    ["::", "https://ingreso.example.com"],
  ])("whose port is taken at %s does not begin for %s", async (host, origin) => {
    const other = createTcpServer().listen(0, host);
    await once(other, "listening");
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    await expect(listen(server(), port, origin)).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});
