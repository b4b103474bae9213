import pg from "pg";
import { type DatabaseAddress, databaseAt, type Route, routeConfig } from "./address";

/** Prisma's schema: it then writes `""."User"`, which `unqualified` leaves to the search_path, as in our raw SQL. */
export const NO_SCHEMA = "";

export class DatabaseUnfit extends Error {
  override name = "DatabaseUnfit";
  constructor(readonly code: "not-utf8" | "read-only") {
    super(code);
  }
}

/**
 * A pool that connects by the first route that works, and begins there the next time.
 * @param options `connectionTimeoutMillis` is for a whole round over the hosts
 * @param hears called after each connection, and each refusal by the last route
 */
export function poolOf(
  uri: string | DatabaseAddress,
  options: pg.PoolConfig,
  hears?: Hears,
): pg.Pool {
  return new RoutedPool(new Way(addressOf(uri)), options, hears);
}

type Hears = { entered: () => void; refused: (fault: unknown) => void };

/** A single connection. @throws the server's or the network's error, or {@link DatabaseUnfit} */
export async function connectTo(
  uri: string | DatabaseAddress,
  options: pg.ClientConfig,
): Promise<RoutedClient> {
  const way = new Way(addressOf(uri));
  return await way.enter(async () => {
    const entering = new RoutedClient(way, options);
    await entering.connect();
    return entering;
  });
}

const addressOf = (uri: string | DatabaseAddress) =>
  typeof uri === "string" ? databaseAt(uri) : uri;

class Way {
  route: Route;

  constructor(readonly address: DatabaseAddress) {
    this.route = address.routes[0] as Route;
  }

  get hosts(): number {
    return new Set(this.address.routes.map(({ host, port }) => `${host} ${port}`)).size;
  }

  /** Tries every route. @throws the most telling fault */
  async enter<T>(attempt: () => Promise<T>): Promise<T> {
    let first: unknown;
    for (let left = this.address.routes.length; ; ) {
      try {
        return await attempt();
      } catch (fault) {
        // a server without TLS is no reason where a plain connection was tried too
        if (first === undefined || saysNoTls(first)) first = fault;
        left -= isLate(fault) ? this.address.routes.length / this.hosts : 1;
        if (left <= 0 || !this.#mayHelp(fault)) throw first;
      }
    }
  }

  /** After a failure by `route` the next client takes another, where that may help. */
  leave(route: Route, fault: unknown): void {
    if (route !== this.route) return;
    const { routes } = this.address;
    const sameHost = (one: Route) => one.host === route.host && one.port === route.port;
    const ring = routes.concat(routes).slice(routes.indexOf(route) + 1);
    const wanted = mindsTls(fault) ? ring : ring.filter((one) => !sameHost(one));
    if (this.#mayHelp(fault)) this.route = wanted[0] ?? route;
  }

  #mayHelp(fault: unknown): boolean {
    return mindsTls(fault) || (this.hosts > 1 && (mindsHost(fault) || isLate(fault)));
  }
}

class RoutedPool extends pg.Pool {
  readonly #way: Way;

  readonly #hears: Hears | undefined;

  constructor(way: Way, options: pg.PoolConfig, hears: Hears | undefined) {
    class Client extends RoutedClient {
      constructor() {
        super(way, options);
      }
    }
    super({ ...options, Client });
    this.#way = way;
    this.#hears = hears;
    if (hears) this.on("connect", hears.entered);
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(callback: PoolCallback): void;
  override connect(callback?: PoolCallback): Promise<pg.PoolClient> | undefined {
    const entering = this.#way.enter(() => super.connect());
    entering.catch((fault: unknown) => {
      if (!isOfPool(fault)) this.#hears?.refused(fault);
    });
    if (!callback) return entering;
    entering.then(
      (client) => callback(undefined, client, client.release),
      (fault: Error) => callback(fault, undefined, () => undefined),
    );
  }
}

type PoolCallback = Parameters<pg.Pool["connect"]>[0];
type ClientCallback = (fault: Error | null) => void;

export class RoutedClient extends pg.Client {
  /** the server's parameters: `server_version`, `server_encoding` … */
  readonly said: Record<string, string> = {};
  readonly #way: Way;
  readonly #route: Route;
  readonly #unreadable: unknown;

  constructor(way: Way, options: pg.ClientConfig) {
    const { connectionTimeoutMillis = 0 } = options;
    const { config, unreadable } = readRoute(way.route);
    super({
      ...options,
      ...way.address.login,
      ...config,
      connectionTimeoutMillis: Math.ceil(connectionTimeoutMillis / way.hosts),
    });
    this.#way = way;
    this.#route = way.route;
    this.#unreadable = unreadable;
    // the next query reports it; without a listener the process would end
    this.on("error", () => undefined);
    this.connection.on("parameterStatus", ({ parameterName, parameterValue }: Parameter) => {
      this.said[parameterName] = parameterValue;
    });
    const query = this.query.bind(this) as (...args: unknown[]) => unknown;
    Object.assign(this, {
      query: (asked: unknown, ...rest: unknown[]) => query(unqualified(asked), ...rest),
    });
  }

  override connect(): Promise<pg.Client>;
  override connect(callback: ClientCallback): void;
  override connect(callback?: ClientCallback): Promise<pg.Client> | undefined {
    const entering = this.#unreadable
      ? Promise.reject(this.#unreadable)
      : this.#enter().catch((fault: unknown) => {
          this.#way.leave(this.#route, fault);
          throw fault;
        });
    if (!callback) return entering;
    entering.then(
      () => callback(null),
      (fault: Error) => callback(fault),
    );
  }

  async #enter(): Promise<pg.Client> {
    await super.connect();
    const unfit = await this.#unfit();
    if (!unfit) return this;
    await this.end();
    throw new DatabaseUnfit(unfit);
  }

  async #unfit(): Promise<DatabaseUnfit["code"] | null> {
    // other encodings cannot store every name, and SQL_ASCII does not read it back
    const { server_encoding: encoding = "UTF8" } = this.said;
    if (encoding !== "UTF8") return "not-utf8";
    if (this.#way.hosts === 1) return null;
    // of several servers one is writable, whatever target_session_attrs says
    const { rows } = await this.query<{ reads: boolean }>(
      "select current_setting('transaction_read_only')::boolean as reads",
    );
    return rows[0]?.reads ? "read-only" : null;
  }
}

/** Never throws: the pool makes clients in socket events too, where a throw would end the process. */
function readRoute(route: Route): { config?: pg.ClientConfig; unreadable?: unknown } {
  try {
    return { config: routeConfig(route) };
  } catch (unreadable) {
    return { unreadable };
  }
}

type Parameter = { parameterName: string; parameterValue: string };

/** Removes Prisma's empty schema; nothing else in SQL is written `"".`. */
function unqualified(asked: unknown): unknown {
  const has = typeof asked === "object" && asked !== null && "text" in asked;
  if (!has || typeof asked.text !== "string" || !asked.text.includes('"".')) return asked;
  return { ...asked, text: asked.text.replaceAll('"".', "") };
}

const wordsOf = (fault: unknown) => (fault instanceof Error ? fault.message : "");
const codeOf = (fault: unknown) =>
  fault instanceof Error && "code" in fault ? String(fault.code) : "";

const saysNoTls = (fault: unknown) => /does not support SSL/.test(wordsOf(fault));

/** With TLS, or without it, the server may accept us. */
function mindsTls(fault: unknown): boolean {
  return (
    saysNoTls(fault) ||
    codeOf(fault) === "28000" ||
    /^(ERR_SSL_|ERR_TLS_|EPROTO$)/.test(codeOf(fault)) ||
    /SSL|TLS/.test(wordsOf(fault))
  );
}

/** Another server may do better. */
function mindsHost(fault: unknown): boolean {
  return (
    fault instanceof DatabaseUnfit ||
    /^(E[A-Z]+|57P0[123]|53300)$/.test(codeOf(fault)) ||
    /terminated unexpectedly/.test(wordsOf(fault))
  );
}

function isLate(fault: unknown): boolean {
  return codeOf(fault) === "ETIMEDOUT" || (/timeout/.test(wordsOf(fault)) && !isOfPool(fault));
}

/** The pool is exhausted or closed: the server was not asked. */
export function isOfPool(fault: unknown): boolean {
  return /timeout exceeded when trying|after calling end/.test(wordsOf(fault));
}
