import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/prisma/generated/client";
import { once } from "../once";
import { settings } from "../settings";

/** A bounded pool and bounded waits: a slow database makes this process answer "away", never hang. */
const POOL = {
  max: 10,
  connectionTimeoutMillis: 3000,
  query_timeout: 4000,
  idleTimeoutMillis: 30_000,
};

/** The database of this process; connects at the first query. */
export const db = (): PrismaClient =>
  once(
    "database",
    () =>
      new PrismaClient({
        adapter: new PrismaPg({ connectionString: settings().databaseUrl, ...POOL }),
        errorFormat: "minimal",
        log: [],
      }),
  );

/** A client or the transaction it is in. */
export type Database = Pick<PrismaClient, "$queryRaw" | "$executeRaw"> &
  Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
