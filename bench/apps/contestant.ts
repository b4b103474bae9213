import { Cookies } from "@/testing/cookies";
import { Database } from "@/testing/database";
import type { Stage } from "../stage";
import { type App, type Ask, type Asks, PASSWORD } from "./app";
import { type Load, load, send, WrongAnswer } from "./load";
import { firstAnswer, type Server } from "./server";

const PEOPLE = 150_000;
/** of them: those that a second process on the same database begins with */
const LATER = 100_000;
const DOMAIN = "bench.example";

/** An app that runs, with people in its database. */
export class Contestant {
  #used = 0;

  private constructor(
    readonly stage: Stage,
    readonly app: App,
    readonly server: Server,
    readonly asks: Asks,
    readonly database: Database,
  ) {}

  /** Makes a database of its own with people in it, and starts the app there. */
  static async start(
    stage: Stage,
    app: App,
    cost: number,
    people = PEOPLE,
    fill: (database: Database) => Promise<void> = async () => undefined,
  ): Promise<Contestant> {
    const url = await stage.database(app.name);
    await app.prepare(url);
    const database = new Database(url);
    await fill(database);
    await database.sql(app.people, [await app.hash(PASSWORD, cost), DOMAIN, people]);
    await database.sql("analyze");
    await database.close();
    return Contestant.at(stage, app, cost, url);
  }

  /** Starts the app on a database that is there, until it answers. @param through another way to it */
  static async at(
    stage: Stage,
    app: App,
    cost: number,
    url: string,
    through = url,
  ): Promise<Contestant> {
    const server = await launch(stage, app, cost, through);
    // Next opens its port before it can answer
    await firstAnswer(server, app.page);
    const asks = await app.asks(server.url);
    return new Contestant(stage, app, server, asks, new Database(url));
  }

  /** The address of an unused account. */
  next(): string {
    this.#used += 1;
    return `p${this.#used}@${DOMAIN}`;
  }

  /** An address of the same look without an account. */
  stranger(): string {
    return `p${PEOPLE + Math.floor(Math.random() * 1e9)}@${DOMAIN}`;
  }

  /** Leaves the first ones to another process on the same database. */
  skip(): void {
    this.#used = LATER;
  }

  /** Signs a user in. @returns the cookies of their browser @throws WrongAnswer when no session began */
  async enter(): Promise<string> {
    const address = this.next();
    const signedIn = await send(this.server.url, this.asks.signIn(address, PASSWORD));
    const cookie = new Cookies().keep(signedIn).header;
    const { text } = await send(this.server.url, this.asks.session(cookie));
    if (!text.includes(address)) throw new WrongAnswer(`${this.app.name} let nobody in`);
    return cookie;
  }

  /** Asks it over and over again. */
  async load(
    asks: Ask | (() => Ask),
    until: Parameters<typeof load>[2],
    way?: Parameters<typeof load>[3],
  ): Promise<Load> {
    const { server, stage } = this;
    const target = { url: server.url, pid: server.pid, database: stage.postgres.guard };
    const before = await this.#written();
    const done = await load({ ...target, signal: stage.signal }, asks, until, way);
    return { ...done, wal: (await this.#written()) - before };
  }

  async #written(): Promise<number> {
    const [row] = await this.database.sql<{ bytes: number }>(
      "select (pg_current_wal_lsn() - '0/0')::float8 as bytes",
    );
    return row?.bytes ?? Number.NaN;
  }

  async stop(): Promise<void> {
    await this.server.stop();
    await this.database.close();
  }
}

/** Starts an app on a database; nothing is asked of it yet. */
export function launch(
  stage: Stage,
  app: App,
  cost: number,
  databaseUrl: string,
  origin?: string,
): Promise<Server> {
  const port = stage.port();
  const at = { databaseUrl, smtp: stage.sink.smtp, cost };
  const env = app.settings({ ...at, origin: origin ?? `http://localhost:${port}` });
  const { name, folder, command } = app;
  return stage.start({ name, folder, command, env, port });
}
