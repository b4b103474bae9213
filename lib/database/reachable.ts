import { Prisma } from "@/prisma/generated/client";
import { faultOf, log } from "../log/log";
import { singleton } from "../singleton";
import { ask, connections } from "./client";
import { DatabaseAway, endsConnections } from "./fault";

const FRESH_MS = 1000;
const PATIENCE_MS = 1500;
const PATIENCE_APART_MS = 2500;
const LATE = new DatabaseAway("57014");
/** for so long an outage is believed while the next check runs */
const REMEMBERED_MS = 5000;

type Check = { begun: number; pending: boolean; answer: Promise<boolean>; awayAt: number };
const check = singleton<Check>("database-check", () => ({
  begun: Number.NEGATIVE_INFINITY,
  pending: false,
  answer: Promise.resolve(true),
  awayAt: Number.NEGATIVE_INFINITY,
}));

/**
 * Whether the database can serve a sign-in: every table exists and is writable. Writes nothing. Checked once a second a
 * process; in an outage no request waits for the check. `performance.now`, since the wall clock may jump.
 */
export function databaseReachable(): Promise<boolean> {
  const now = performance.now();
  if (now - check.begun >= FRESH_MS && !check.pending) {
    check.begun = now;
    check.answer = look();
  }
  const seenAway = now - check.awayAt < REMEMBERED_MS;
  return seenAway ? Promise.race([check.answer, Promise.resolve(false)]) : check.answer;
}

/** After a failed statement the next check is due at once; the check alone decides whether there is an outage. */
export function databaseFailed(): void {
  check.begun = Number.NEGATIVE_INFINITY;
}

async function look(): Promise<boolean> {
  check.pending = true;
  const fault = await failureOfCheck();
  const was = check.awayAt;
  check.awayAt = fault ? performance.now() : Number.NEGATIVE_INFINITY;
  check.pending = false;
  if (fault && was === Number.NEGATIVE_INFINITY) log.error(faultOf(fault), "database: away");
  if (!fault && was !== Number.NEGATIVE_INFINITY) log.info("database: back");
  return !fault;
}

async function failureOfCheck(): Promise<unknown> {
  const first = await failureWithin(PATIENCE_MS, askPool);
  return first && failureApart(first);
}

type Row = { fit: boolean };
// by pg itself: it comes before the first page, which need not wait for Prisma's engine
const askPool = () => ask<Row>(Prisma.raw(CHECK));
const askApart = async (): Promise<Row[]> => (await connections().askApart(CHECK)).rows;

/** Again beside the pool: its connections may be broken or busy, or this process may have been suspended. */
async function failureApart(first: unknown): Promise<unknown> {
  const fault = await failureWithin(PATIENCE_APART_MS, askApart);
  const { isSilent, renew } = connections();
  // a late answer may have waited for good connections
  if (first === LATE ? isSilent() : !fault || endsConnections(first)) renew();
  return fault;
}

/** @param patience in milliseconds @returns a check's fault, or null */
async function failureWithin(patience: number, asking: () => Promise<Row[]>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<unknown>((resolve) => {
    timer = setTimeout(() => resolve(LATE), patience);
  });
  const failure = await Promise.race([failureOf(asking), late]);
  clearTimeout(timer);
  return failure;
}

async function failureOf(asking: () => Promise<Row[]>): Promise<unknown> {
  try {
    const [row] = await asking();
    return row?.fit ? null : new DatabaseAway("42501");
  } catch (fault) {
    return fault;
  }
}

const APPEND_ONLY: string[] = ["Activity", "RangeHit"];
const FUNCTIONS = [
  "count_in_range(text, text, integer, integer)",
  "count_try_in_range(text, integer, integer, integer, integer)",
  // called by the one above
  "try_wait_of_range(text, integer, integer, integer, integer)",
];

/** Uses every right on no row: PostgreSQL answers as to a sign-in, also where it is read-only. */
const CHECK = checkOf(Object.values(Prisma.ModelName));

function checkOf(tables: string[]): string {
  const writes = tables.flatMap((table) => [
    `"in ${table}" as (insert into "${table}" select * from "${table}" where false)`,
    `"out ${table}" as (delete from "${table}" where false)`,
  ]);
  const changed = tables.filter((table) => !APPEND_ONLY.includes(table));
  const fit = [
    ...changed.map((table) => `not exists (select from "${table}" where false for update)`),
    ...APPEND_ONLY.map(
      (table) => `has_sequence_privilege(pg_get_serial_sequence('"${table}"', 'id'), 'usage')`,
    ),
    ...FUNCTIONS.map((name) => `has_function_privilege('${name}', 'execute')`),
  ];
  return `with ${writes.join(", ")} select ${fit.join(" and ")} as fit`;
}
