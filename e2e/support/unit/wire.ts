import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/** The wire to a database, that a test can cut: what goes over it is counted, nothing is changed. */
export class Wire {
  mode: "whole" | "cut" | "hangs" = "whole";
  readonly #open = new Set<Socket>();
  #asked = "";

  private constructor(
    readonly url: string,
    private target: string,
  ) {}

  /** Lays a wire to the database at `url`. */
  static async to(url: string): Promise<Wire> {
    const server = createServer((near) => wire.#join(near));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    server.unref();
    const own = new URL(url);
    own.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const wire = new Wire(own.href, new URL(url).host);
    return wire;
  }

  /** Leads to the server of another database from the next connection on; those that live stay where they are. */
  lead(url: string): void {
    this.target = new URL(url).host;
  }

  /** Lets what is connected now hang for good; a new connection is served. */
  stick(): void {
    for (const socket of this.#open) socket.pause();
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

  #join(near: Socket): void {
    const [host, port] = this.target.split(":");
    const far = connect(Number(port), host);
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
