import pg from "pg";

/** in milliseconds */
const CONNECT = 5000;

/**
 * A connection of its own, past the product's pool.
 * @throws what the driver says when the server cannot be entered
 */
export async function connect(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT,
    query_timeout: CONNECT,
  });
  client.on("error", () => undefined); // the next query says it better
  await client.connect();
  return client;
}
