import type { Database } from "@/testing/database";

/** Opens many sessions at once, past the endpoints. */
export async function crowd(database: Database, address: string, many: number): Promise<void> {
  await database.sql(
    `insert into "Session" (id, "tokenHash", "userId", method, device, network, "createdAt", "lastUsedAt",
       "idleExpires", "absoluteExpires", "provedAt")
     select gen_random_uuid(), encode(sha256(random()::text::bytea), 'hex'), u.id, 'email', 'Safari en iPhone', '186.84.22.0/24',
       now() - nth * interval '5 hours', now() - nth * interval '2 hours', now() + interval '3 days',
       now() + interval '20 days', now() - interval '1 day'
     from "User" u, generate_series(1, $2::int) nth where u.email = $1`,
    [address, many],
  );
}
