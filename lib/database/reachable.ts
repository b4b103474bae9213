import { once } from "../once";
import { db } from "./client";

/** in milliseconds: a look is as old as this at most, and waits no longer than that */
const FRESH = 1000;
const PATIENCE = 3000;
/** for so long an outage that was seen is believed while the next look is under way */
const REMEMBERED = 4000;

type Look = { begun: number; answer: Promise<boolean>; awayAt: number };
const look = once<Look>("database-look", () => ({
  begun: Number.NEGATIVE_INFINITY,
  answer: Promise.resolve(true),
  awayAt: Number.NEGATIVE_INFINITY,
}));

/**
 * Whether the database answers. It is looked at once a second a process, not once a request, and in an outage nobody
 * waits for the look. `performance.now` is used since a process's wall clock may jump.
 */
export function databaseReachable(): Promise<boolean> {
  const now = performance.now();
  if (now - look.begun >= FRESH) {
    look.begun = now;
    look.answer = ask();
  }
  const seenAway = now - look.awayAt < REMEMBERED;
  return seenAway ? Promise.race([look.answer, Promise.resolve(false)]) : look.answer;
}

/** Somebody's query has just failed: the next look is due at once, and nobody waits for it. */
export function databaseFailed(): void {
  look.awayAt = performance.now();
  look.begun = Number.NEGATIVE_INFINITY;
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
  const reachable = await Promise.race([answer, late]);
  clearTimeout(timer);
  look.awayAt = reachable ? Number.NEGATIVE_INFINITY : performance.now();
  return reachable;
}
