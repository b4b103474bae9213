import type { Socket } from "node:net";
import type pg from "pg";
import { whyAway } from "./away";
import { connectTo, poolOf, type RoutedClient } from "./connection";
import { endsConnections, faultOfConnecting, faultOfStatement, isUndone } from "./fault";

/**
 * A bounded pool and bounded waits, in milliseconds: a slow database makes this process answer "away" within five
 * seconds, and never hang.
 */
export const CONNECT_WITHIN_MS = 2500;
const BOUNDS = {
  pipeline: true,
  max: 10,
  connectionTimeoutMillis: CONNECT_WITHIN_MS,
  query_timeout: 2500,
  idleTimeoutMillis: 5000,
};
/** in milliseconds: the server gives a statement up before we do, and holds no lock for it any more */
const STATEMENT_MS = 2300;
/** in milliseconds: longer than a transaction of ours takes; what one left behind that froze is not held for ever */
const SILENT_IN_TRANSACTION_MS = 10_000;
/** in milliseconds: a connection that says nothing for so long is no longer one */
const SILENCE_MS = 6000;
/** in milliseconds: none is older than one to two of these, so that a name that leads elsewhere by now is followed */
const LIFE_MS = 60_000;
/** in milliseconds: a server says within it that a transaction has begun, however slow what follows is */
const BEGUN_WITHIN_MS = 1000;
/** How often a statement is tried that was undone. */
const MOST_ATTEMPTS = 3;

/**
 * What a statement depends on is said with every transaction, and none is without one: what server, database and role
 * have as their default, and what a transaction-mode pooler leaves of the connection, changes nothing. Moments come and
 * go as text in UTC; `read committed` is what every rule that counts was written for.
 */
const BEGIN = [
  "begin isolation level read committed",
  "set local timezone to 'UTC'",
  "set local datestyle to 'ISO'",
  `set local statement_timeout to ${STATEMENT_MS}`,
  "set local lock_timeout to 0",
  `set local idle_in_transaction_session_timeout to ${SILENT_IN_TRANSACTION_MS}`,
].join(";");
/** Since PostgreSQL 17, which alone knows the words. */
const BEGIN_17 = `${BEGIN};set local transaction_timeout to 0`;

type Ask = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

/** A connection that says with every transaction what it depends on, and tells when it is of no use any more. */
class Connection {
  readonly #born = performance.now();
  readonly #until = this.#born + LIFE_MS * (1 + Math.random());
  readonly #client: RoutedClient;
  readonly #stream: Socket;
  /** when a transaction was last begun, and how much had been read until then */
  #begun = { at: Number.POSITIVE_INFINITY, read: 0 };

  /** @param useless called when it is found to be of no use */
  constructor(client: RoutedClient, useless: () => void) {
    this.#client = client;
    this.#stream = client.connection.stream as Socket;
    const begin = Number.parseInt(client.said.server_version ?? "", 10) >= 17 ? BEGIN_17 : BEGIN;
    const ask = client.query.bind(client) as Ask;
    const query: Ask = async (config) => {
      const begins = config.text === "BEGIN";
      if (begins) this.#begun = { at: performance.now(), read: this.#stream.bytesRead };
      try {
        return await ask(begins ? { ...config, text: begin } : config);
      } catch (fault) {
        if (endsConnections(fault)) useless();
        throw faultOfStatement(fault);
      }
    };
    // Prisma's adapter asks by it too
    Object.assign(client, { query });
    // pg takes its leave of a server that does not answer, and waits for it to hang up
    this.#stream.setTimeout(SILENCE_MS, () => this.#stream.destroy());
  }

  /** One statement in a transaction of its own, sent at once with it: no wait is added. */
  async alone(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const query = this.#client.query as Ask;
    this.#stream.cork();
    const asked = [query({ text: "BEGIN" }), query(config), query({ text: "COMMIT" })];
    this.#stream.uncork();
    await Promise.allSettled(asked);
    const [, answer] = await Promise.all(asked);
    return answer as pg.QueryResult;
  }

  /** Whether it hangs: nothing at all has come since a transaction was begun. One that works on something slow does not. */
  isSilent(): boolean {
    const { at, read } = this.#begun;
    return performance.now() - at > BEGUN_WITHIN_MS && this.#stream.bytesRead === read;
  }

  /** @param since when connections were last found to be of no use, by `performance.now` */
  isOfUse(since: number): boolean {
    return this.#born > since && performance.now() < this.#until;
  }
}

/** How a process asks its database. */
type Opened = {
  /** for Prisma's adapter */
  pool: pg.Pool;
  /** from now on no connection is used that was made before */
  renew: () => void;
  /** whether a connection of the pool hangs */
  isSilent: () => boolean;
  /** asks one statement on a connection of its own, also when all of the pool's are in use */
  askApart: (text: string) => Promise<pg.QueryResult>;
};

/**
 * The connections of this process. When one is found to be of no use, those that were made before are not used again
 * either: after a failover a statement would otherwise fail once for each.
 * @param uri as `settings` has taken it
 */
export function openPool(uri: string): Opened {
  let since = Number.NEGATIVE_INFINITY;
  const renew = () => {
    since = performance.now();
  };
  const known = new Map<pg.PoolClient, Connection>();
  const hears = whyAway(uri);
  const pool = poolOf(uri, BOUNDS, hears);
  pool.on("error", renew);
  pool.on("connect", (client) => {
    known.set(client, new Connection(client as pg.PoolClient & RoutedClient, renew));
  });
  pool.on("remove", (client) => known.delete(client as pg.PoolClient));
  const isSilent = () => [...known.values()].some((connection) => connection.isSilent());
  const isOfUse = (client: pg.PoolClient) => known.get(client)?.isOfUse(since) ?? false;
  const take = pool.connect.bind(pool);

  async function connect(): Promise<pg.PoolClient> {
    const client = await take().catch((fault: unknown) => {
      throw faultOfConnecting(fault);
    });
    const { release } = client;
    client.release = (fault) => release(fault ?? !isOfUse(client));
    if (isOfUse(client)) return client;
    client.release();
    return connect();
  }

  async function query(config: pg.QueryConfig, tries = MOST_ATTEMPTS): Promise<pg.QueryResult> {
    const client = await connect();
    try {
      return await (known.get(client) as Connection).alone(config);
    } catch (fault) {
      if (tries === 1 || !isUndone(fault)) throw fault;
    } finally {
      client.release();
    }
    return query(config, tries - 1);
  }

  async function askApart(text: string): Promise<pg.QueryResult> {
    const client = await connectTo(uri, BOUNDS).catch((fault: unknown) => {
      hears.refused(fault);
      throw faultOfConnecting(fault);
    });
    try {
      return await new Connection(client, () => undefined).alone({ text });
    } finally {
      // nobody waits for the farewell
      client.end().catch(() => undefined);
    }
  }
  return { pool: Object.assign(pool, { connect, query }), renew, isSilent, askApart };
}
