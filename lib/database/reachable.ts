import { once } from "../once";
import { db } from "./client";

/** in milliseconds: a probe is as old as this at most, and waits no longer than that */
const FRESH = 1000;
const PATIENCE = 2000;

type Probe = { at: number; answer: Promise<boolean> };
const probe = once<Probe>("database-probe", () => ({ at: -FRESH, answer: Promise.resolve(true) }));

/**
 * Whether the database answers. It is looked at once a second a process, not once a request; `performance.now`
 * is used since a process's wall clock may jump.
 */
export function databaseReachable(): Promise<boolean> {
  const now = performance.now();
  if (now - probe.at >= FRESH) {
    probe.at = now;
    probe.answer = ask();
  }
  return probe.answer;
}

async function ask(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, PATIENCE, false);
  });
  const answer = db().$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}
