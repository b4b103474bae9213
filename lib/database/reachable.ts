import { Prisma } from "@/prisma/generated/client";
import { faultOf, log } from "../log/log";
import { singleton } from "../singleton";
import { connections, db } from "./client";
import { DatabaseAway, endsConnections } from "./fault";

/** in milliseconds: a look is as old as this at most */
const FRESH_MS = 1000;
/** in milliseconds: so long it waits, and so long again on a connection of its own */
const PATIENCE_MS = 1500;
const PATIENCE_APART_MS = 2500;
/** No answer came in time. */
const LATE = new DatabaseAway("57014");
/** in milliseconds: for so long an outage that was seen is believed while the next look is under way */
const REMEMBERED_MS = 5000;

type Look = { begun: number; pending: boolean; answer: Promise<boolean>; awayAt: number };
const look = singleton<Look>("database-look", () => ({
  begun: Number.NEGATIVE_INFINITY,
  pending: false,
  answer: Promise.resolve(true),
  awayAt: Number.NEGATIVE_INFINITY,
}));

/**
 * Whether the database does what a sign-in needs: the product's own client finds every table, may write them, and a
 * server that takes writes. Nothing is written. It is looked at once a second a process, not once a request, and in an
 * outage nobody waits for the look. `performance.now` is used since a process's wall clock may jump.
 */
export function databaseReachable(): Promise<boolean> {
  const now = performance.now();
  if (now - look.begun >= FRESH_MS && !look.pending) {
    look.begun = now;
    look.answer = ask();
  }
  const seenAway = now - look.awayAt < REMEMBERED_MS;
  return seenAway ? Promise.race([look.answer, Promise.resolve(false)]) : look.answer;
}

/** A statement has failed as in an outage: the next look is due at once. It alone says whether there is one. */
export function databaseFailed(): void {
  look.begun = Number.NEGATIVE_INFINITY;
}

async function ask(): Promise<boolean> {
  look.pending = true;
  const fault = await failureOfLooks();
  const was = look.awayAt;
  look.awayAt = fault ? performance.now() : Number.NEGATIVE_INFINITY;
  look.pending = false;
  if (fault && was === Number.NEGATIVE_INFINITY) log.error(faultOf(fault), "database: away");
  if (!fault && was !== Number.NEGATIVE_INFINITY) log.info("database: back");
  return !fault;
}

async function failureOfLooks(): Promise<unknown> {
  const first = await failureWithin(PATIENCE_MS, askPool);
  return first && failureApart(first);
}

type Row = { fit: boolean };
const askPool = () => db().$queryRaw<Row[]>`${Prisma.raw(LOOK)}`;
const askApart = async (): Promise<Row[]> => (await connections().askApart(LOOK)).rows;

/**
 * Once more, beside the pool: its connections may be of no use, or all in use, or this process have stood still.
 * @param first what the pool's look failed of
 */
async function failureApart(first: unknown): Promise<unknown> {
  const fault = await failureWithin(PATIENCE_APART_MS, askApart);
  const { isSilent, renew } = connections();
  // who is only late may have waited for good connections
  if (first === LATE ? isSilent() : !fault || endsConnections(first)) renew();
  return fault;
}

/** What a look failed of, or null. @param patience in milliseconds */
async function failureWithin(patience: number, ask: () => Promise<Row[]>): Promise<unknown> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<unknown>((resolve) => {
    timer = setTimeout(() => resolve(LATE), patience);
  });
  const failure = await Promise.race([failureOf(ask), late]);
  clearTimeout(timer);
  return failure;
}

async function failureOf(ask: () => Promise<Row[]>): Promise<unknown> {
  try {
    const [row] = await ask();
    return row?.fit ? null : new DatabaseAway("42501");
  } catch (fault) {
    return fault;
  }
}

/** What only ever grows by rows: the others are changed too. */
const WRITTEN_ONCE: string[] = ["Activity", "RangeHit"];
const FUNCTIONS = [
  "count_in_range(text, text, integer, integer)",
  "count_try_in_range(text, integer, integer, integer, integer)",
  // asked for by the one above
  "try_wait_of_range(text, integer, integer, integer, integer)",
];

/**
 * Asks for the rights to every table by doing what they are needed for with no row: PostgreSQL answers as it would
 * answer a sign-in, also where it takes no writes.
 */
const LOOK = lookAt(Object.values(Prisma.ModelName));

function lookAt(tables: string[]): string {
  const writes = tables.flatMap((table) => [
    `"in ${table}" as (insert into "${table}" select * from "${table}" where false)`,
    `"out ${table}" as (delete from "${table}" where false)`,
  ]);
  const changed = tables.filter((table) => !WRITTEN_ONCE.includes(table));
  const fit = [
    ...changed.map((table) => `not exists (select from "${table}" where false for update)`),
    ...WRITTEN_ONCE.map(
      (table) => `has_sequence_privilege(pg_get_serial_sequence('"${table}"', 'id'), 'usage')`,
    ),
    ...FUNCTIONS.map((name) => `has_function_privilege('${name}', 'execute')`),
  ];
  return `with ${writes.join(", ")} select ${fit.join(" and ")} as fit`;
}
