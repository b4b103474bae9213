import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { NoEmbeddedPostgres, nativeFolder, sharedCopy } from "./binaries";

export type Seat = {
  /** PostgreSQL's folder, readable for the user that runs it. */
  native: string;
  /** The folder for the data and its making, writable for that user. */
  folder: string;
  /** Who runs it, where that is not us. */
  who: { uid?: number; gid?: number };
};

/**
 * Decides who runs PostgreSQL and where: as ourselves, or, since it refuses to run as root, as
 * `nobody`, who may need a place outside a folder that only root may enter.
 */
export function seat(folder: string): Seat {
  const native = nativeFolder();
  fs.mkdirSync(folder, { recursive: true });
  if (process.getuid?.() !== 0) {
    assertKnownUser();
    return { native, folder, who: {} };
  }
  const who = { uid: idOf("-u", "nobody"), gid: idOf("-g", "nobody") };
  const place = anyoneMayEnter(path.dirname(folder)) ? folder : outside(folder);
  fs.mkdirSync(place, { recursive: true });
  fs.chmodSync(place, 0o700);
  fs.chownSync(place, who.uid, who.gid);
  const readable = anyoneMayEnter(path.join(native, "bin")) && anyoneMayRun(native);
  return { native: readable ? native : sharedCopy(native), folder: place, who };
}

function outside(folder: string): string {
  const id = createHash("sha256").update(folder).digest("hex").slice(0, 8);
  return `/var/tmp/ingreso-data-${id}`;
}

function anyoneMayEnter(folder: string): boolean {
  const { mode } = fs.statSync(folder);
  if ((mode & 0o001) === 0) return false;
  const parent = path.dirname(folder);
  return parent === folder || anyoneMayEnter(parent);
}

function anyoneMayRun(native: string): boolean {
  return (fs.statSync(path.join(native, "bin", "postgres")).mode & 0o005) === 0o005;
}

function idOf(flag: "-u" | "-g", user: string): number {
  return Number(execFileSync("id", [flag, user], { encoding: "utf8" }));
}

// initdb looks its user up by number; `docker run -u 12345` has none.
function assertKnownUser(): void {
  try {
    execFileSync("id", ["-un"], { stdio: ["ignore", "ignore", "ignore"] });
  } catch {
    throw new NoEmbeddedPostgres(`the user ${process.getuid?.()} has no name on this machine`);
  }
}
