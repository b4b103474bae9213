import type pg from "pg";
import { databaseAt } from "@/lib/database/address";
import { connect } from "./connect";
import { defaultsFinding } from "./defaults";
import { encryptionFinding } from "./encryption";
import { type Finding, findingsOf } from "./finding";
import { isPooled } from "./pooler";

const OLDEST_VERSION = 14;
/** seconds; a certificate or an id token minds more, a session minds none */
const CLOCK_SECONDS = 5;

/** What can be said of the database once it answers. */
export async function databaseFindings(
  databaseUrl: string,
  directUrl: string | undefined,
): Promise<Finding[]> {
  const client = await connect(databaseUrl);
  try {
    return [
      await version(client, databaseUrl),
      encryptionFinding(client, databaseUrl),
      await defaultsFinding(client),
      await clock(client),
      await pooler(databaseUrl, directUrl),
    ];
  } finally {
    await client.end();
  }
}

async function version(client: pg.Client, databaseUrl: string): Promise<Finding> {
  const { ok, broken } = findingsOf("database");
  const { rows } = await client.query<{ n: number }>(
    "select current_setting('server_version_num')::int as n",
  );
  const major = Math.floor((rows[0]?.n ?? 0) / 10_000);
  const at = databaseAt(databaseUrl).where;
  if (major < OLDEST_VERSION)
    return broken(`PostgreSQL ${major} at ${at}`, `use ${OLDEST_VERSION} or newer`);
  return ok(`PostgreSQL ${major} at ${at}`);
}

async function clock(client: pg.Client): Promise<Finding> {
  const { ok, warning } = findingsOf("clock");
  const asked = Date.now();
  // as a number: how a moment is written depends on what the database says by default
  const { rows } = await client.query<{ now: number }>(
    "select extract(epoch from clock_timestamp())::float8 * 1000 as now",
  );
  const middle = (asked + Date.now()) / 2;
  const seconds = ((rows[0]?.now ?? 0) - middle) / 1000;
  if (Math.abs(seconds) <= CLOCK_SECONDS) return ok("this machine and the database agree");
  const way = seconds > 0 ? "behind" : "ahead of";
  return warning(
    `this machine is ${Math.round(Math.abs(seconds))} s ${way} the database`,
    "sign-ins stay right, but https and Google need it: set the clock (chrony, systemd-timesyncd)",
  );
}

async function pooler(databaseUrl: string, directUrl: string | undefined): Promise<Finding> {
  const { ok, warning } = findingsOf("pooler");
  const set = "set DATABASE_DIRECT_URL to the address past it";
  if (directUrl && directUrl !== databaseUrl) {
    if (await isPooled(directUrl))
      return warning("DATABASE_DIRECT_URL leads through a transaction-mode pooler too", set);
    return ok("migrations go past it, by DATABASE_DIRECT_URL");
  }
  if (await isPooled(databaseUrl))
    return warning("a transaction-mode pooler, and migrations go through it", set);
  return ok("none in front: every connection is one of PostgreSQL's");
}
