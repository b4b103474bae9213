import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { Statements } from "./statements";

/** A way to a PostgreSQL on which the statements are counted. */
export class Wire {
  readonly #counted = new Set<Statements>();
  readonly #sockets = new Set<Socket>();
  readonly #server: Server;
  #before = 0;

  private constructor(private readonly database: URL) {
    this.#server = createServer((client) => this.#lead(client));
  }

  static async to(databaseUrl: string): Promise<Wire> {
    const wire = new Wire(new URL(databaseUrl));
    wire.#server.listen(0, "127.0.0.1");
    await once(wire.#server, "listening");
    return wire;
  }

  /** The database's address, past this. */
  get url(): string {
    const url = new URL(this.database);
    url.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
    return url.href;
  }

  /** How many there were since it was last asked. */
  statements(): number {
    const all = [...this.#counted].reduce((total, { count }) => total + count, 0);
    const since = all - this.#before;
    this.#before = all;
    return since;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, "close");
  }

  #lead(client: Socket): void {
    const counted = new Statements();
    this.#counted.add(counted);
    const { hostname, port } = this.database;
    const server = connect(Number(port), hostname);
    client.on("data", (chunk) => counted.take(chunk));
    client.pipe(server).pipe(client);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay();
      one.on("error", () => other.destroy());
      one.on("close", () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}
