import type { TestInfo } from "@playwright/test";
import pg from "pg";
import { databaseBeside } from "./database";

/** A test's turn. */
export type Turn = {
  /** Settles once no other test runs at this place; until this one ends, none begins. */
  alone: () => Promise<void>;
};

/** For as long a test waits for the others. */
export const LONGEST_TURN_MS = 600_000;

/**
 * Turns at a place that several workers use at once. A test that disturbs nobody shares its turn with all others of the kind;
 * one that makes the database, the mail server or Google fail is alone. They are PostgreSQL's advisory locks of one
 * connection, so whoever is killed lets go of theirs, and who asks to be alone is not overtaken for ever by who shares.
 */
export class Turns {
  readonly #url: string;
  readonly #name: string;
  #client: Promise<pg.Client> | undefined;
  #alone: Promise<void> | undefined;

  /** @param databaseUrl of the app, past a pooler of transactions: what is held belongs to the connection */
  constructor(databaseUrl: string) {
    // the app's own database may be away while somebody is alone
    this.#url = databaseBeside(databaseUrl);
    this.#name = `ingreso/testing ${new URL(databaseUrl).pathname}`;
  }

  /**
   * Waits until nobody is alone, and holds whoever asks to be from then on.
   * @returns whether it had to wait: who was alone may have been killed
   */
  async share(): Promise<boolean> {
    if (await this.#lock("pg_try_advisory_lock_shared")) return false;
    await this.#lock("pg_advisory_lock_shared");
    return true;
  }

  /** Lets the shared turn go and waits until all others have; a second time it is alone already. */
  async alone(): Promise<void> {
    this.#alone ??= this.#release().then(async () => void (await this.#lock("pg_advisory_lock")));
    await this.#alone;
  }

  /** Lets go of whatever is held. */
  async end(): Promise<void> {
    await this.#release();
    this.#alone = undefined;
  }

  async close(): Promise<void> {
    await (await this.#client?.catch(() => undefined))?.end();
  }

  /** @returns whether it is held, where `by` does not wait */
  async #lock(by: `pg_${"try_" | ""}advisory_lock${"_shared" | ""}`): Promise<boolean> {
    this.#client ??= this.#connect();
    const text = `SELECT ${by}(hashtextextended($1, 0)) AS held`;
    const { rows } = await (await this.#client).query<{ held: boolean }>(text, [this.#name]);
    return rows[0]?.held === true;
  }

  /** A connection that broke has let go already. */
  async #release(): Promise<void> {
    await (await this.#client)?.query("SELECT pg_advisory_unlock_all()").catch(() => undefined);
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: "ingreso/testing",
    });
    const forget = () => {
      this.#client = undefined;
    };
    client.on("error", forget).on("end", forget);
    await client.connect();
    return client;
  }
}

/** @param turns null where nothing can be broken @param info of a test that already shares its turn */
export function turnOf(turns: Turns | null, info: TestInfo): Turn {
  return {
    alone: async () => {
      // what a test waits for others is not its own time; 0 is without end
      const { timeout } = info;
      const from = performance.now();
      info.setTimeout(timeout && timeout + LONGEST_TURN_MS);
      await turns?.alone();
      info.setTimeout(timeout && timeout + Math.ceil(performance.now() - from));
    },
  };
}
