import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The wire to a database, that a test can cut: what goes over it is counted, nothing is changed. */
export class Wire {
  mode: "whole" | "cut" | "hangs" = "whole";
  readonly #open = new Set<Socket>();
  #asked = "";

  private constructor(readonly url: string) {}

  /** Lays a wire to the database at `url`. */
  static async to(url: string): Promise<Wire> {
    const { hostname, port } = new URL(url);
    const server = createServer((near) => wire.#join(near, connect(Number(port), hostname)));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    server.unref();
    const own = new URL(url);
    own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wire = new Wire(own.href);
    return wire;
  }

  /** How often that text was asked for over it. */
  count(text: string): number {
    return this.#asked.split(text).length - 1;
  }

  /** Breaks it: every connection ends, and no new one begins. */
  cut(): void {
    this.mode = "cut";
    for (const socket of this.#open) socket.destroy();
  }

  #join(near: Socket, far: Socket): void {
    for (const socket of [near, far]) {
      this.#open.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        this.#open.delete(socket);
        near.destroy();
        far.destroy();
      });
    }
    if (this.mode === "cut") near.destroy();
    near.on("data", (data) => {
      this.#asked += data.toString("latin1");
      if (this.mode === "whole") far.write(data);
    });
    far.on("data", (data) => {
      if (this.mode === "whole") near.write(data);
    });
  }
}
