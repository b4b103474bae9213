import type { Socket } from "node:net";
import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { PrismaClient } from "@/prisma/generated/client";
import { once } from "../once";
import { databaseAddress } from "../settings";
import { inSpan, spansAreKept } from "../telemetry/span";
import { whyAway } from "./away";
import { NO_SCHEMA, poolOf } from "./connection";
import { summaryOf } from "./summary";

/**
 * A bounded pool and bounded waits, in milliseconds: a slow database makes this process answer "away" within five
 * seconds, and never hang.
 */
const POOL = {
  max: 10,
  connectionTimeoutMillis: 2500,
  query_timeout: 2500,
  idleTimeoutMillis: 5000,
};
/** A connection that says nothing for so long is no longer one. */
const SILENCE = 6000;

/** The database of this process; connects at the first query. */
export const db = (): PrismaClient =>
  once("database", () => {
    const client = new PrismaClient({
      // a command that disconnects is at its end: what idles in the pool would keep it for seconds
      adapter: new PrismaPg(pool(), { disposeExternalPool: true, schema: NO_SCHEMA }),
      transactionOptions: { maxWait: POOL.connectionTimeoutMillis },
      errorFormat: "minimal",
      log: [],
    });
    return spansAreKept() ? traced(client) : client;
  });

/** A client or the transaction it is in. */
export type Database = Pick<PrismaClient, "$queryRaw" | "$executeRaw"> &
  Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** Every statement as a span: which one it is, without a value of it. */
function traced(client: PrismaClient): PrismaClient {
  const extended = client.$extends({
    query: {
      $allOperations: ({ model, operation, args, query }) => {
        const summary = summaryOf(operation, model, args);
        const attributes = { "db.system.name": "postgresql", "db.query.summary": summary };
        return inSpan(summary, attributes, () => query(args), "outgoing");
      },
    },
  });
  return extended as unknown as PrismaClient;
}

function pool(): pg.Pool {
  const uri = databaseAddress();
  const made = poolOf(uri, POOL, whyAway(uri));
  // the next query says it better; without a listener the process would end
  made.on("error", () => undefined);
  made.on("connect", (client) => {
    // pg gives a query up when its time is over, but keeps the connection that will never answer it
    const { stream } = (client as pg.PoolClient & { connection: { stream: Socket } }).connection;
    stream.setTimeout(SILENCE, () => stream.destroy());
  });
  return made;
}
