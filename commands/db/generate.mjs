// Plain JavaScript: it runs in `postinstall`, before anything is known to work.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const room = join(root, "prisma");
const require = createRequire(import.meta.url);

/**
 * Generates the Prisma client into `prisma/generated` when the schema (or Prisma) changed since the last time.
 * Needs no network: `prisma generate` only wants to see that some engine is there, and never calls it.
 * @returns {"generated" | "unchanged" | "kept"} "kept": there is no Prisma CLI, but a client from before
 * @throws {Error} when there is neither a client nor a way to make one
 */
export function generate() {
  const schema = join(room, "schema.prisma");
  const mark = join(room, "generated", ".made-from");
  const cli = find("prisma/package.json");
  const client = existsSync(join(room, "generated", "client.ts"));
  if (cli === null) {
    if (client) return "kept";
    throw new Error(
      "the Prisma client is not generated, and `prisma` is not installed: npm ci --include=dev",
    );
  }
  const madeFrom = fingerprint(schema, cli);
  if (client && existsSync(mark) && readFileSync(mark, "utf8") === madeFrom) return "unchanged";
  const run = spawnSync(
    process.execPath,
    [join(dirname(cli), "build", "index.js"), "generate", "--schema", schema],
    {
      cwd: root,
      encoding: "utf8",
      timeout: 120_000,
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.env.PRISMA_SCHEMA_ENGINE_BINARY ?? process.execPath,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    },
  );
  if (run.status !== 0) {
    throw new Error(`prisma generate failed: ${run.stderr || run.stdout || run.error?.message}`);
  }
  writeFileSync(mark, madeFrom);
  return "generated";
}

/** @param {string} file @returns {string | null} */
function find(file) {
  try {
    return require.resolve(file);
  } catch {
    return null;
  }
}

/** @param {string} schema @param {string} cli */
function fingerprint(schema, cli) {
  return createHash("sha256").update(readFileSync(schema)).update(readFileSync(cli)).digest("hex");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    generate();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
