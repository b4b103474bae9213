import { createHash } from "node:crypto";
import type { Socket } from "node:net";
import type pg from "pg";
import { whyAway } from "./away";
import { connectTo, isOfPool, poolOf, type RoutedClient } from "./connection";
import { endsConnections, faultOfConnecting, faultOfStatement, isUndone } from "./fault";

/** Bounded waits: with a slow database this process answers "away" within five seconds. */
const CONNECT_WITHIN_MS = 2500;
const BOUNDS = {
  pipeline: true,
  max: 10,
  connectionTimeoutMillis: CONNECT_WITHIN_MS,
  query_timeout: 2500,
  idleTimeoutMillis: 5000,
};
/** less than `query_timeout`: the server gives up before us, and releases its locks */
const STATEMENT_MS = 2300;
/** longer than any transaction of ours; frees the locks of a process that froze */
const SILENT_IN_TRANSACTION_MS = 10_000;
/** a connection that is silent for so long is closed */
const SILENCE_MS = 6000;
/** a connection lives one to two of these, so that a change of DNS is followed */
const LIFE_MS = 60_000;
/** a connection keeps no more of them; all that we ask are fewer */
const MOST_PREPARED = 300;
/** a server confirms BEGIN within it, however slow the statement is */
const BEGUN_WITHIN_MS = 1000;
const MOST_ATTEMPTS = 3;
/** whoever waits for a connection waits as long again while the database answers others: a crowd is no outage */
const MOST_WAITS = 3;
/** an answer so long ago shows that the database is there */
const ANSWERED_WITHIN_MS = 1500;
/** a connection, and BEGIN on it */
export const TRANSACTION_BEGUN_WITHIN_MS = MOST_WAITS * CONNECT_WITHIN_MS + BOUNDS.query_timeout;

/**
 * Every statement is in a transaction that sets what it depends on, so that no default of a server, database, role or
 * transaction-mode pooler matters. Dates travel as text in UTC; our counting SQL is written for `read committed`.
 */
const BEGIN = [
  "begin isolation level read committed",
  "set local timezone to 'UTC'",
  "set local datestyle to 'ISO'",
  `set local statement_timeout to ${STATEMENT_MS}`,
  "set local lock_timeout to 0",
  `set local idle_in_transaction_session_timeout to ${SILENT_IN_TRANSACTION_MS}`,
].join(";");
const BEGIN_17 = `${BEGIN};set local transaction_timeout to 0`;
/** with a connection's first transaction, since it costs no round trip there */
const WHOSE = ";select pg_backend_pid() as pid";

type Ask = (config: pg.QueryConfig) => Promise<pg.QueryResult>;

class Connection {
  readonly #born = performance.now();
  readonly #until = this.#born + LIFE_MS * (1 + Math.random());
  readonly #client: RoutedClient;
  readonly #stream: Socket;
  /** the last BEGIN, and the bytes read until then */
  #begun = { at: Number.POSITIVE_INFINITY, read: 0 };
  /** null until its first transaction has begun */
  #isOurs: boolean | null = null;

  /** @param hears `useless` when a fault shows that it is broken, `answered` after each statement */
  constructor(client: RoutedClient, hears: { useless?: () => void; answered?: () => void } = {}) {
    this.#client = client;
    this.#stream = client.connection.stream as Socket;
    const begin = Number.parseInt(client.said.server_version ?? "", 10) >= 17 ? BEGIN_17 : BEGIN;
    const ask = client.query.bind(client) as Ask;
    const query: Ask = async (config) => {
      try {
        const answer =
          config.text === "BEGIN"
            ? await this.#begin(ask, begin)
            : await ask(this.#isOurs ? prepared(config) : config);
        hears.answered?.();
        return answer;
      } catch (fault) {
        if (endsConnections(fault)) hears.useless?.();
        throw faultOfStatement(fault);
      }
    };
    // for Prisma's adapter too
    Object.assign(client, { query });
    // pg would wait for a server that does not answer to close
    this.#stream.setTimeout(SILENCE_MS, () => this.#stream.destroy());
  }

  /**
   * Learns whether the server itself is at the other end: it said its process at the start, and a pooler, which lends
   * servers for a transaction each, says something else. There what one server has prepared is unknown to the next.
   */
  async #begin(ask: Ask, text: string): Promise<pg.QueryResult> {
    this.#begun = { at: performance.now(), read: this.#stream.bytesRead };
    if (this.#isOurs !== null) return ask({ text });
    const begun = (await ask({ text: text + WHOSE })) as unknown as pg.QueryResult<Process>[];
    const said = (this.#client as unknown as { processID: number | null }).processID;
    this.#isOurs = begun.at(-1)?.rows[0]?.pid === said;
    return begun[0] as pg.QueryResult;
  }

  /** One statement in a transaction of its own, in one round trip. */
  async alone(config: pg.QueryConfig): Promise<pg.QueryResult> {
    const query = this.#client.query as Ask;
    this.#stream.cork();
    const asked = [query({ text: "BEGIN" }), query(config), query({ text: "COMMIT" })];
    this.#stream.uncork();
    await Promise.allSettled(asked);
    const [, answer] = await Promise.all(asked);
    return answer as pg.QueryResult;
  }

  /** Whether it hangs: no byte came since BEGIN, which a slow statement's server confirms. */
  isSilent(): boolean {
    const { at, read } = this.#begun;
    return performance.now() - at > BEGUN_WITHIN_MS && this.#stream.bytesRead === read;
  }

  /** @param since when a connection last broke, by `performance.now` */
  isOfUse(since: number): boolean {
    return this.#born > since && performance.now() < this.#until;
  }
}

type Process = { pid: number };

const names = new Map<string, string>();

/**
 * The same under a name, by which a server knows it again: parsed and planned once a connection. The name is of what the
 * statement says: where a pooler lends a server to two processes after all, none asks for what the other has named.
 */
function prepared(config: pg.QueryConfig): pg.QueryConfig {
  const { text, values } = config;
  if (!values?.length) return config;
  const name = names.get(text) ?? (names.size < MOST_PREPARED ? nameOf(text) : null);
  if (name === null) return config;
  names.set(text, name);
  return { ...config, name };
}

const nameOf = (text: string) =>
  `ingreso ${createHash("sha256").update(text).digest("base64url").slice(0, 22)}`;

type Opened = {
  pool: pg.Pool;
  /** from now on no older connection is used */
  renew: () => void;
  /** whether a connection of the pool hangs */
  isSilent: () => boolean;
  /** one statement in a transaction of its own; again on another connection where nothing was done */
  ask: (config: pg.QueryConfig) => Promise<pg.QueryResult>;
  /** one statement on a connection of its own, also while the pool is exhausted */
  askApart: (text: string) => Promise<pg.QueryResult>;
};

/**
 * The connections of this process. When one breaks, the older ones are dropped too: after a failover a statement would
 * otherwise fail once for each.
 */
export function openPool(uri: string): Opened {
  let since = Number.NEGATIVE_INFINITY;
  const renew = () => {
    since = performance.now();
  };
  let answeredAt = Number.NEGATIVE_INFINITY;
  const answered = () => {
    answeredAt = performance.now();
  };
  const known = new Map<pg.PoolClient, Connection>();
  const hears = whyAway(uri);
  const pool = poolOf(uri, BOUNDS, hears);
  pool.on("error", renew);
  pool.on("connect", (client) => {
    known.set(
      client,
      new Connection(client as pg.PoolClient & RoutedClient, { useless: renew, answered }),
    );
  });
  pool.on("remove", (client) => known.delete(client as pg.PoolClient));
  const isSilent = () => [...known.values()].some((connection) => connection.isSilent());
  const isOfUse = (client: pg.PoolClient) => known.get(client)?.isOfUse(since) ?? false;
  const take = pool.connect.bind(pool);

  async function takeInTurn(waits = MOST_WAITS): Promise<pg.PoolClient> {
    try {
      return await take();
    } catch (fault) {
      const isThere = performance.now() - answeredAt < ANSWERED_WITHIN_MS;
      if (waits === 1 || !isOfPool(fault) || !isThere) throw faultOfConnecting(fault);
    }
    return takeInTurn(waits - 1);
  }

  async function connect(): Promise<pg.PoolClient> {
    const client = await takeInTurn();
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
      return await new Connection(client).alone({ text });
    } finally {
      client.end().catch(() => undefined);
    }
  }
  return { pool: Object.assign(pool, { connect, query }), renew, isSilent, ask: query, askApart };
}
