import type pg from "pg";
import { connectTo } from "@/lib/database/connection";

/** in milliseconds */
const TIMEOUT_MS = 5000;

/**
 * A connection of its own, past the product's pool.
 * @throws what the driver says when the server cannot be entered
 */
export function connect(databaseUrl: string): Promise<pg.Client> {
  return connectTo(databaseUrl, { connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS });
}
