import { connect } from "./connect";

/** A pooler that hands out its connections by turns shows itself only after a few of them. */
const ROUNDS = 6;

/**
 * Whether connections are lent for a transaction only: then two that are open at once are seen on one backend, or one
 * is seen on two. Without a pooler neither can be.
 */
export async function isPooled(databaseUrl: string): Promise<boolean> {
  const [one, other] = await Promise.all([connect(databaseUrl), connect(databaseUrl)]);
  try {
    const [mine, theirs] = [await backend(one), await backend(other)];
    if (mine === theirs) return true;
    for (let round = 0; round < ROUNDS; round += 1) {
      await other.query("begin");
      const held = await backend(other);
      const now = await backend(one);
      await other.query("commit");
      if (held !== theirs || now !== mine) return true;
    }
    return false;
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

async function backend(client: Awaited<ReturnType<typeof connect>>): Promise<number> {
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  return rows[0]?.pid ?? 0;
}
