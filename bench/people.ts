import { randomBytes } from "node:crypto";
import type { Database } from "@/e2e/support/lab/database";

export const PASSWORD = "tres cactus miran el mar";

/** People with accounts, each to be used once: a person's second browser would get a notice by mail. */
export class People {
  #used = 0;

  private constructor(
    readonly database: Database,
    readonly run: string,
    readonly count: number,
  ) {}

  /**
   * @param settings of the app that they sign in to
   * @param count how many accounts are made, all with the same password
   */
  static async make(
    database: Database,
    settings: Record<string, string>,
    count: number,
  ): Promise<People> {
    // the product reads its settings once a process, when its first module asks for them
    Object.assign(process.env, settings);
    const { hashPassword } = await import("@/lib/password/hash");
    const { hash, scheme } = await hashPassword(PASSWORD);
    const run = randomBytes(4).toString("hex");
    await database.sql(
      `insert into "User" (email, name, "passwordHash", "passwordScheme")
       select 'p' || n || '@' || $1 || '.example', 'Persona ' || n, $2, $3 from generate_series(1, $4::int) n`,
      [run, hash, scheme, count],
    );
    await database.sql("analyze");
    return new People(database, run, count);
  }

  /** The address of an account that nobody has used yet. */
  next(): string {
    this.#used += 1;
    if (this.#used > this.count) throw new Error(`all ${this.count} accounts are used`);
    return `p${this.#used}@${this.run}.example`;
  }

  /** An address of the same look without an account. */
  stranger(): string {
    return `p${randomBytes(3).toString("hex")}@${this.run}.example`;
  }
}
