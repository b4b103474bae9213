import { type Database, db } from "./client";
import { isUndone } from "./fault";

/** How often a transaction is tried that was undone. */
const MOST_ATTEMPTS = 3;

type Step = () => void;

/** What waits for a transaction to be over, by the client that its statements go through. */
const waiting = new WeakMap<Database, Step[]>();

/**
 * One transaction: all of it happened, or nothing. Then what was put off until it had happened is done.
 * @param work again from its beginning, where two were in each other's way or the connection was of no use
 */
export async function transact<T>(work: (transaction: Database) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once(work);
    } catch (fault) {
      if (tries === MOST_ATTEMPTS || !isUndone(fault)) throw fault;
    }
  }
}

async function once<T>(work: (transaction: Database) => Promise<T>): Promise<T> {
  const steps: Step[] = [];
  const done = await db().$transaction((transaction) => {
    waiting.set(transaction, steps);
    return work(transaction);
  });
  for (const step of steps) step();
  return done;
}

/**
 * Puts a step off until what `database` is a part of has happened, and drops it when that is undone; at once where it is
 * no transaction.
 */
export function onceCommitted(database: Database, step: Step): void {
  const steps = waiting.get(database);
  if (steps) steps.push(step);
  else step();
}
