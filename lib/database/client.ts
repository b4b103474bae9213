import { PrismaPg } from "@prisma/adapter-pg";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { databaseAddress } from "../config/settings";
import { singleton } from "../singleton";
import { inSpan, spansAreKept } from "../telemetry/span";
import { NO_SCHEMA } from "./connection";
import { openPool, TRANSACTION_BEGUN_WITHIN_MS } from "./pool";
import { summaryOf } from "./summary";

export const db = (): PrismaClient => opened().client;

export const connections = () => opened().connections;

const opened = () =>
  singleton("database", () => {
    const { pool, ...connections } = openPool(databaseAddress());
    const client = new PrismaClient({
      // idle connections would keep a command alive for seconds after it disconnected
      adapter: new PrismaPg(pool, { disposeExternalPool: true, schema: NO_SCHEMA }),
      transactionOptions: { maxWait: TRANSACTION_BEGUN_WITHIN_MS },
      errorFormat: "minimal",
      log: [],
    });
    return { client: spansAreKept() ? traced(client) : client, connections };
  });

export type Database = Pick<PrismaClient, "$queryRaw" | "$executeRaw"> &
  Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/**
 * One statement by pg itself, for what is asked at nearly every request: Prisma's way there and back costs as much as the
 * statement. Its rows are as pg reads them: a bigint is text.
 */
export async function ask<Row>(statement: Prisma.Sql): Promise<Row[]> {
  const { text, values } = statement;
  const asking = async () => (await connections().ask({ text, values })).rows as Row[];
  return spansAreKept() ? spanned(summaryOf("ask", undefined, statement), asking) : asking();
}

const spanned = <T>(summary: string, work: () => Promise<T>): Promise<T> =>
  inSpan(
    summary,
    { "db.system.name": "postgresql", "db.query.summary": summary },
    work,
    "outgoing",
  );

/** A span for every statement, without its values. */
function traced(client: PrismaClient): PrismaClient {
  const extended = client.$extends({
    query: {
      $allOperations: ({ model, operation, args, query }) =>
        spanned(summaryOf(operation, model, args), () => query(args)),
    },
  });
  return extended as unknown as PrismaClient;
}
