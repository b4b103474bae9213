import type { Database } from "./database";
import type { Mine } from "./mine";
import { ageRows } from "./rows";

/** Time that passes for one test alone. */
export class Clock {
  constructor(
    private readonly database: Database,
    private readonly mine: Mine,
  ) {}

  /**
   * Lets time pass without waiting: every moment in the rows of this test's people, addresses and network moves back by
   * that much, and nobody else's do. What a browser keeps (how long a cookie lives) stays as it is.
   * @param interval as PostgreSQL reads it: `60 s`, `30 minutes`, `8 days`
   * @throws where it is none, or goes back
   */
  async pass(interval: string): Promise<void> {
    const read = await this.database
      .sql<{ passes: boolean }>("select $1::interval >= '0' as passes", [interval])
      .catch((cause) => {
        throw new Error(`"${interval}" is no time that PostgreSQL reads, as "31 minutes" is`, {
          cause,
        });
      });
    if (!read[0]?.passes) throw new Error(`"${interval}" goes back: time passes only`);
    await ageRows(this.database, this.mine, interval);
  }
}
