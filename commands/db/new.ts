import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { breaking } from "@/prisma/additive";
import { command } from "./command";
import { difference } from "./difference";
import { MIGRATIONS } from "./files";
import { withShadowServer } from "./shadow";

const write = async ([typed]: string[]): Promise<number> => {
  const name = typed?.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_");
  if (!name) throw new Error("npm run db:new -- a_name");
  await lock();
  const sql = await withShadowServer((url) => difference(url));
  if (sql === null) {
    console.log("nothing to write: the migrations and prisma/schema.prisma say the same");
    return 0;
  }
  const moment = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS, `${moment}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(`wrote ${join(folder, "migration.sql")}: read it, then npm run db:migrate`);
  for (const statement of breaking(sql))
    console.log(`the code that still runs may not survive this: ${statement}`);
  return 0;
};

await command(write, true);

/** Without this file the engine does not know whose SQL the migrations speak. */
async function lock(): Promise<void> {
  const file = join(MIGRATIONS, "migration_lock.toml");
  await mkdir(MIGRATIONS, { recursive: true });
  if (!existsSync(file)) await writeFile(file, 'provider = "postgresql"\n');
}
