import { setTimeout as pause } from "node:timers/promises";
import type { Database } from "@/testing/database";
import { TABLES } from "./growth-rows";

/** PostgreSQL's backends tell what they did once a second at most. */
const TOLD_WITHIN_MS = 1500;

type Node = {
  "Node Type": string;
  "Relation Name"?: string;
  "One-Time Filter"?: string;
  Plans?: Node[];
};
/** `where false`, of which only that there is a value is kept: nothing below it runs */
const CONSTANT = /^\$\d+$/;

/**
 * Plans every statement that touched a filled table, as it would be planned for any value (EXPLAIN GENERIC_PLAN).
 * @returns how many, how many could not be, and those that read a whole table
 */
export async function plans(database: Database) {
  const statements = await database.sql<{ query: string }>(
    `select distinct query from pg_stat_statements s join pg_database d on d.oid = s.dbid
      where d.datname = current_database() and query ~* '^\\s*(with|select|insert|update|delete)'
        and query ~ $1 and query !~ 'pg_(stat|class|index)'`,
    [TABLES.map((table) => `"${table}"`).join("|")],
  );
  const sequential: string[] = [];
  let unplanned = 0;
  for (const { query } of statements) {
    const plan = await planOf(database, query);
    if (!plan) unplanned += 1;
    else if (readsAll(plan)) sequential.push(query);
  }
  return { planned: statements.length - unplanned, unplanned, sequential };
}

/** How many sequential scans of filled tables really ran. */
export async function scanned(database: Database): Promise<number> {
  await pause(TOLD_WITHIN_MS);
  const [row] = await database.sql<{ scans: number }>(
    "select sum(seq_scan)::int as scans from pg_stat_user_tables where relname = any($1)",
    [TABLES],
  );
  return row?.scans ?? 0;
}

async function planOf(database: Database, query: string): Promise<Node | null> {
  try {
    const [row] = await database.sql<{ "QUERY PLAN": { Plan: Node }[] }>(
      `explain (generic_plan, format json) ${query}`,
    );
    return row?.["QUERY PLAN"][0]?.Plan ?? null;
  } catch {
    // the type of a value is not known without it
    return null;
  }
}

function readsAll(node: Node): boolean {
  if (CONSTANT.test(node["One-Time Filter"] ?? "")) return false;
  const here = node["Node Type"] === "Seq Scan" && TABLES.includes(node["Relation Name"] ?? "");
  return here || (node.Plans ?? []).some(readsAll);
}
