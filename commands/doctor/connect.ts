import type pg from "pg";
import { connectTo } from "@/lib/database/connection";

/** in milliseconds */
const WITHIN = 5000;

/**
 * A connection of its own, past the product's pool.
 * @throws what the driver says when the server cannot be entered
 */
export function connect(databaseUrl: string): Promise<pg.Client> {
  return connectTo(databaseUrl, { connectionTimeoutMillis: WITHIN, query_timeout: WITHIN });
}
