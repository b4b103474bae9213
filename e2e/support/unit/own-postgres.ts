import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { vi } from "vitest";
import { servicePorts } from "@/local/ports";
import { startPostgres } from "@/local/postgres/start";
import type { Certificate } from "./certificates";

/** A PostgreSQL of one test file, to be set up as a provider does; its superuser always enters by 127.0.0.1 and trust. */
export class OwnPostgres {
  private constructor(
    readonly port: number,
    /** the folder of its Unix socket */
    readonly sockets: string,
    readonly stop: () => Promise<void>,
    readonly data: string,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), "ingreso-own-"));
    // as root, PostgreSQL runs as another user in there
    chmodSync(folder, 0o777);
    const [port = 0] = await servicePorts(process.pid * 7, 1);
    const settings = [`unix_socket_directories=${folder}`, "listen_addresses=127.0.0.1"];
    const server = await startPostgres({
      folder: join(folder, "server"),
      port,
      fast: true,
      settings,
    });
    const stop = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return new OwnPostgres(port, folder, stop, join(server.folder, "data"));
  }

  /** Rows of one statement, as the superuser. */
  async sql<Row extends pg.QueryResultRow>(text: string, database = "postgres"): Promise<Row[]> {
    const { port } = this;
    const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", database });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** From now on it speaks TLS with that certificate; null turns it off. */
  async tls(certificate: Certificate | null): Promise<void> {
    if (certificate) {
      this.#write("server.crt", certificate.cert);
      this.#write("server.key", certificate.key);
    }
    await this.sql(`alter system set ssl = ${certificate ? "on" : "off"}`);
    await this.#reload();
  }

  /** Who may enter, as lines of pg_hba.conf behind the superuser's own. */
  async admit(...lines: string[]): Promise<void> {
    const own = ["host all postgres 127.0.0.1/32 trust", "local all postgres trust"];
    this.#write("pg_hba.conf", `${[...own, ...lines].join("\n")}\n`);
    await this.#reload();
  }

  #write(name: string, text: string): void {
    const file = join(this.data, name);
    const { uid, gid } = statSync(this.data);
    writeFileSync(file, text);
    chmodSync(file, 0o600);
    chownSync(file, uid, gid);
  }

  /** Its postmaster hears of it by a signal, in its own time. */
  async #reload(): Promise<void> {
    const [before] = await this.sql<{ at: string }>("select pg_conf_load_time()::text as at");
    await this.sql("select pg_reload_conf()");
    await vi.waitUntil(
      async () => {
        const [now] = await this.sql<{ at: string }>("select pg_conf_load_time()::text as at");
        return now?.at !== before?.at;
      },
      { timeout: 10_000, interval: 20 },
    );
  }
}
