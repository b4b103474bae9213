import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { browsersOpen, isFree, servicePorts } from "./ports";

function listenOn(port: number, host: string): Promise<{ close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(port, host, () =>
      resolve({ close: () => new Promise((done) => server.close(() => done())) }),
    );
  });
}

describe("ports for the services", () => {
  it("are free, different, and the same the next time", async () => {
    const ports = await servicePorts(process.pid, 4);
    expect(new Set(ports).size).toBe(4);
    for (const port of ports) expect(await isFree(port)).toBe(true);
    expect(await servicePorts(process.pid, 4)).toEqual(ports);
  });

  it("are others when somebody sits there", async () => {
    const [first = 0] = await servicePorts(process.pid, 1);
    const squatter = await listenOn(first, "127.0.0.1");
    expect(await isFree(first)).toBe(false);
    expect(await servicePorts(process.pid, 1)).not.toContain(first);
    await squatter.close();
  });

  it.each([3000, 4000, 10_240, 22_500, 65_535])(
    "of neighbouring apps at %i do not meet, and browsers open them",
    async (port) => {
      const here = await servicePorts(port, 4);
      const there = await servicePorts(port + 1, 4);
      expect(here.filter((one) => there.includes(one))).toEqual([]);
      for (const one of here) {
        expect(browsersOpen(one)).toBe(true);
        // Linux hands higher ones out to outgoing connections.
        expect(one).toBeLessThan(32_768);
        expect([port, port + 1]).not.toContain(one);
      }
    },
  );
});
