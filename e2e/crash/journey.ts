import type { Email } from "@/lib/email";
import { database } from "../support/unit";
import type { Came } from "./guest";

/** Where the two processes are: the one that will be killed, and the one that goes on. */
export type Where = { victim: string; survivor: string };

/** What a killed journey left: nothing of it, all of it, or a step of it that is whole by itself. */
export type Left = "nothing" | "a step" | "all";

/** One journey with many requests in flight. */
export type Act = {
  /** begins it at the victim, in every way at once */
  run(): Promise<Came[]>;
  /** looks at what is left, in the database and by what the survivor does with it; it ends with the journey done */
  check(came: Came[]): Promise<Left>;
  /** who must be able to sign in afterwards */
  person?: Email;
};

/** Prepares one, at the survivor. */
export type Journey = (where: Where) => Promise<Act>;

/** The one number that a query finds. */
export async function number(query: string, values: unknown[] = []): Promise<number> {
  const [row] = await database.sql<{ n: number | null }>(query, values);
  return Number(row?.n ?? 0);
}

export const sessionsOf = (address: Email, which = "true") =>
  number(
    `select count(*) as n from "Session" s join "User" u on u.id = s."userId" where email = $1 and ${which}`,
    [address],
  );

export const noticesOf = (address: Email, kind: string) =>
  number('select count(*) as n from "Notice" where address = $1 and kind = $2', [address, kind]);

export const accountsAt = (address: Email) =>
  number('select count(*) as n from "User" where email = $1', [address]);

export const failuresOf = (address: Email) =>
  number('select failures as n from "TryThrottle" where address = $1', [address]);
