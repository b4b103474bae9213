import { expect } from "vitest";
import { type App, startApp } from "@/local/app";
import { servicePorts } from "@/local/ports";
import { database } from "../support/unit";

const { DATABASE_URL, NEXTAUTH_SECRET, EMAIL_SERVER, EMAIL_FROM } = process.env;
const { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER } = process.env;

export const CRON_SECRET = "the scheduler of this test";

/** Two processes of the production build on this file's database: one that is killed, and one that goes on. */
export class Stage {
  #victim: Promise<App> | undefined;
  #survivor: Promise<App> | undefined;

  private constructor(
    private readonly victimPort: number,
    private readonly survivorPort: number,
  ) {}

  static async open(): Promise<Stage> {
    const [one = 0, other = 0] = await servicePorts(process.pid * 3 + 401, 2);
    const stage = new Stage(one, other);
    stage.#survivor = stage.#start(other, "survivor");
    await Promise.all([stage.restart(), stage.#survivor]);
    return stage;
  }

  get victim(): string {
    return `http://localhost:${this.victimPort}`;
  }

  get survivor(): string {
    return `http://localhost:${this.survivorPort}`;
  }

  /** Ends the whole group of the one by SIGKILL, and waits for the database to notice. */
  async kill(): Promise<void> {
    const killed = await this.#victim;
    this.#victim = undefined;
    killed?.kill();
    await killed?.ended;
    const left = () =>
      database.sql("select pid from pg_stat_activity where application_name = 'victim'");
    await expect.poll(left, { timeout: 30_000, interval: 20 }).toEqual([]);
  }

  /** Starts it again, unless it runs. */
  async restart(): Promise<void> {
    this.#victim ??= this.#start(this.victimPort, "victim");
    await this.#victim;
  }

  async close(): Promise<void> {
    const running = await Promise.all([this.#victim, this.#survivor]);
    await Promise.all(running.map((app) => app?.stop()));
  }

  #start(port: number, name: string): Promise<App> {
    const url = new URL(DATABASE_URL ?? "");
    url.searchParams.set("application_name", name);
    const settings = { NEXTAUTH_SECRET, EMAIL_SERVER, EMAIL_FROM };
    const google = { GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET, GOOGLE_ISSUER };
    const env = {
      ...(settings as Record<string, string>),
      ...(google as Record<string, string>),
      DATABASE_URL: url.href,
      NEXTAUTH_URL: this.survivor,
      // every guest has a network of their own
      TRUSTED_PROXY_HOPS: "1",
      BCRYPT_COST: "10",
      LOG_LEVEL: "silent",
      CRON_SECRET,
      PORT: String(port),
    };
    return startApp({ env, dev: false });
  }
}
