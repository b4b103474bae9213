import { type Database, db } from "./client";
import { isUndone } from "./fault";

const MOST_ATTEMPTS = 3;

type Step = () => unknown;

const waiting = new WeakMap<Database, Step[]>();

/** One transaction, then the steps that wait for its commit. @param work runs again after a conflict or a lost connection */
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
  for (const step of steps) await step();
  return done;
}

/** Runs a step, which throws nothing, after the commit of `database`'s transaction, never after a rollback; at once outside of one. */
export async function onceCommitted(database: Database, step: Step): Promise<void> {
  const steps = waiting.get(database);
  if (steps) steps.push(step);
  else await step();
}
