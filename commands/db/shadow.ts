import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { namedDatabase } from "./database";

/** Runs `work` with a server for shadow databases: the one the settings name, else an embedded one, gone afterwards. */
export async function withShadowServer<T>(work: (url: string) => Promise<T>): Promise<T> {
  const named = namedDatabase();
  if (named) return await work(named);
  const [{ startPostgres }, { servicePorts }] = await Promise.all([
    import("@/local/postgres/start"), // not there in production, where a database is always named
    import("@/local/ports"),
  ]);
  const [port = 0] = await servicePorts(process.pid, 1);
  const folder = await mkdtemp(join(tmpdir(), "ingreso-shadow-"));
  const postgres = await startPostgres({ folder, port, fast: true });
  try {
    return await work(postgres.url);
  } finally {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
